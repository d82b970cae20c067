import { parseJavaScript } from "@observablehq/notebook-kit";
import type { Identifier, ImportDeclaration, Node, ObjectExpression, ObjectPattern } from "acorn";
import { fullAncestor } from "acorn-walk";
import { applyEdits, type Replacement } from "./edits.ts";
import { hides } from "./scopes.ts";

/**
 * Gives a top-level name of a cell another name, in its declaration and wherever the cell reads it. Names of inner
 * scopes that hide it, property keys and strings stay as they are.
 */
export function rename(source: string, from: string, to: string): string {
  const { body, declarations } = parseJavaScript(source);
  if (!declarations?.some(({ name }) => name === from)) return source;
  const places = new Map<number, Replacement>();
  const replace = ({ start, end }: Node, text = to) => places.set(start, { start, end, text });
  // `{x}` is both a key, which stays, and a name.
  const shorthands = new Set<number>();
  fullAncestor(body, (node: Node, _state: unknown, ancestors: Node[]) => {
    if (node.type === "ObjectExpression" || node.type === "ObjectPattern") {
      for (const property of (node as ObjectExpression | ObjectPattern).properties) {
        if (property.type === "Property" && property.shorthand) shorthands.add(property.start);
      }
    } else if (node.type === "ImportDeclaration") {
      for (const specifier of (node as ImportDeclaration).specifiers) {
        if (specifier.local.name !== from) continue;
        const isBoth =
          specifier.type === "ImportSpecifier" && specifier.imported.start === specifier.local.start;
        replace(specifier.local, isBoth ? `${from} as ${to}` : to);
      }
    } else if (node.type === "Identifier" && (node as Identifier).name === from) {
      // The name of a function that is declared belongs to what is around it.
      const scopes = ancestors.filter(
        (scope) => (scope as { id?: Node | null }).id !== node || isNamed(scope),
      );
      if (!scopes.some((scope) => hides(scope, node as Identifier))) replace(node);
    }
  });
  for (const start of shorthands) {
    const place = places.get(start);
    if (place) place.text = `${from}: ${to}`;
  }
  return applyEdits(source, [], Array.from(places.values()));
}

function isNamed({ type }: Node): boolean {
  return type === "FunctionExpression" || type === "ClassExpression";
}
