import type { ImportDeclaration, Node, Program } from "acorn";
import { full } from "acorn-walk";
import type { Replacement } from "./edits.ts";

/** The name under which a compiled cell reaches the table of bundled modules. */
export const importName = "__import";

function moduleName(node: { name?: string; value?: unknown }): string {
  return node.name ?? String(node.value);
}

/** What stands before and after `await __import(…)`, and the names that the module must have. */
function binding(node: ImportDeclaration): { before: string; after: string; names: string[] } {
  const whole = node.specifiers.find((s) => s.type === "ImportNamespaceSpecifier")?.local.name;
  const named = node.specifiers.filter((s) => s.type !== "ImportNamespaceSpecifier");
  const names = named.map((s) =>
    s.type === "ImportSpecifier" ? moduleName(s.imported as { name?: string; value?: unknown }) : "default",
  );
  const parts = named.map((s, i) => `${JSON.stringify(names[i])}: ${s.local.name}`);
  const pattern = `{${parts.join(", ")}}`;
  if (whole === undefined) return { before: pattern, after: "", names };
  return { before: whole, after: named.length > 0 ? `, ${pattern} = ${whole}` : "", names };
}

/** The names that a cell gets by `import … from`. */
export function importedNames(program: Node): string[] {
  const statements = program.type === "Program" ? (program as Program).body : [];
  return statements.flatMap((node) =>
    node.type === "ImportDeclaration" ? node.specifiers.map(({ local }) => local.name) : [],
  );
}

/**
 * Turns `import {a} from "x"` and `import("x")` into look-ups in the table of bundled modules, which answers an
 * unknown module or name in plain words. Line breaks inside an import are kept, so that lines stay the learner's.
 */
export function importReplacements(program: Node, source: string): Replacement[] {
  const replacements: Replacement[] = [];
  full(program, (node) => {
    if (node.type === "ImportDeclaration") {
      const declaration = node as ImportDeclaration;
      const { before, after, names } = binding(declaration);
      const breaks = source.slice(node.start, node.end).replace(/[^\n]/g, "");
      const call = `await ${importName}(${JSON.stringify(declaration.source.value)}, ${JSON.stringify(names)})`;
      replacements.push({
        start: node.start,
        end: node.end,
        text: `const ${before} = ${call}${after};${breaks}`,
      });
    } else if (node.type === "ImportExpression") {
      replacements.push({ start: node.start, end: node.start + "import".length, text: importName });
    }
  });
  return replacements;
}
