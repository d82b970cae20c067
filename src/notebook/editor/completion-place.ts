import type { SyntaxNode, Tree } from "./syntax.ts";

/** What is being written at a place of a cell's code; `from` is where it starts. */
export type CompletionPlace =
  | { kind: "name"; from: number }
  /** A name in the braces that `call` is given: one of its options, or a value by the same name. */
  | { kind: "option"; from: number; braces: SyntaxNode; call: SyntaxNode }
  | { kind: "member"; from: number; object: SyntaxNode }
  | { kind: "module"; from: number }
  /** Inside quotation marks; `node` is the text. */
  | { kind: "text"; from: number; node: SyntaxNode };

/** Where a name that is being written would be a new one, or is none. */
const noNames = new Set([
  "BlockComment",
  "Label",
  "LineComment",
  "Number",
  "PropertyDefinition",
  "RegExp",
  "TemplateString",
  "VariableDefinition",
]);

/**
 * What could be completed at a place, if anything.
 * @param asked the learner asked for it: then names are offered where none has been begun
 */
export function completionPlace(
  tree: Tree,
  text: string,
  at: number,
  asked = false,
): CompletionPlace | undefined {
  const node = tree.resolveInner(at, -1);
  const { name, from, to, parent } = node;
  if (name === "String") {
    const isClosed = to - from > 1 && text[to - 1] === text[from];
    if (at === from || (at === to && isClosed)) return undefined;
    return isModule(node) ? { kind: "module", from: from + 1 } : { kind: "text", from: from + 1, node };
  }
  if (parent?.name === "MemberExpression" && parent.firstChild && from > parent.firstChild.from) {
    if (name === "PropertyName") return { kind: "member", from, object: parent.firstChild };
    if (name === "." || name === "?.") return { kind: "member", from: at, object: parent.firstChild };
  }
  const option = optionPlace(node, at);
  if (option) return option;
  if (name === "VariableName") return { kind: "name", from };
  return asked && !noNames.has(name) ? { kind: "name", from: at } : undefined;
}

function isModule({ parent }: SyntaxNode): boolean {
  return parent?.name === "ImportDeclaration" || parent?.name === "DynamicImport";
}

/** `{`, `,` and the beginning of a name in the braces of a call's argument. */
function optionPlace(node: SyntaxNode, at: number): CompletionPlace | undefined {
  // Before a comma that is still missing, the next name counts as a part of this one, or as an error behind it.
  const { nextSibling, firstChild } = node;
  const isWhole = nextSibling !== null && !nextSibling.type.isError && firstChild === null;
  const isName = node.name === "PropertyDefinition" && !isWhole;
  const isGap = node.name === "{" || node.name === "," || node.name === "ObjectExpression";
  const braces = isName ? node.parent?.parent : node.name === "ObjectExpression" ? node : node.parent;
  if (!(isName || isGap) || braces?.name !== "ObjectExpression" || at === braces.from) return undefined;
  const call = braces.parent?.name === "ArgList" ? braces.parent.parent : null;
  return call ? { kind: "option", from: isName ? node.from : at, braces, call } : undefined;
}
