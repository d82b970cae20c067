import type { SyntaxNode, Tree } from "./syntax.ts";

/** Where a name is declared in the code of a cell. */
export type Definition = { from: number; to: number; node: SyntaxNode; isTopLevel: boolean };

const scopes = new Set([
  "ArrowFunction",
  "Block",
  "CatchClause",
  "ForStatement",
  "FunctionDeclaration",
  "FunctionExpression",
  "ClassExpression",
  "MethodDeclaration",
  "Script",
  "SwitchBody",
]);

/** The declaration that a name at a place means, if it is in the same cell. */
export function definitionOf(tree: Tree, code: string, name: string, at: number): Definition | undefined {
  let best: { definition: Definition; size: number } | undefined;
  tree.iterate({
    enter({ name: type, from, to, node }) {
      if (type !== "VariableDefinition" || code.slice(from, to) !== name) return;
      const scope = scopeOf(node);
      const size = scope.to - scope.from;
      const holds = scope.from <= at && at <= scope.to;
      if (!holds || (best && best.size <= size)) return;
      best = { definition: { from, to, node, isTopLevel: scope.name === "Script" }, size };
    },
  });
  return best?.definition;
}

/** The names that the code at a place sees of its own cell, each with what declares it. */
export function namesInSight(
  tree: Tree,
  code: string,
  at: number,
): Map<string, "class" | "function" | "variable"> {
  const names = new Map<string, "class" | "function" | "variable">();
  tree.iterate({
    enter({ name: type, from, to, node }) {
      if (type !== "VariableDefinition") return;
      const scope = scopeOf(node);
      if (scope.from > at || scope.to < at) return;
      const declared = node.parent!.name.match(/^(Class|Function)/)?.[1];
      const kind = declared === "Class" ? "class" : declared === "Function" ? "function" : "variable";
      names.set(code.slice(from, to), kind);
    },
  });
  return names;
}

function scopeOf(definition: SyntaxNode): SyntaxNode {
  let node = definition.parent!;
  // The name of a function or a class that is declared belongs to what is around it.
  if (node.name === "FunctionDeclaration" || node.name === "ClassDeclaration") node = node.parent!;
  while (!scopes.has(node.name) && node.parent) node = node.parent;
  return node;
}
