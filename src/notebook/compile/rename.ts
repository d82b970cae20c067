import { parseJavaScript } from "@observablehq/notebook-kit";
import type { Identifier, Node, Property } from "acorn";
import { fullAncestor } from "acorn-walk";

/**
 * Gives a top-level name of a cell another name, in its declaration and wherever the cell reads it. Names of inner
 * scopes that hide it, property keys and strings stay as they are.
 */
export function rename(source: string, from: string, to: string): string {
  const { body, declarations } = parseJavaScript(source);
  if (!declarations?.some(({ name }) => name === from)) return source;
  const places: { start: number; end: number; shorthand: boolean }[] = [];
  fullAncestor(body, (node: Node, _state: unknown, ancestors: Node[]) => {
    if (node.type !== "Identifier" && node.type !== "VariablePattern") return;
    const identifier = node as Identifier;
    if (identifier.name !== from || places.some(({ start }) => start === identifier.start)) return;
    if (ancestors.slice(1, -1).some((scope) => declaresInside(scope, from))) return;
    const parent = ancestors.findLast((a) => a !== node) as Property | undefined;
    const shorthand = parent?.type === "Property" && parent.shorthand;
    places.push({ start: identifier.start, end: identifier.end, shorthand });
  });
  places.sort((a, b) => b.start - a.start);
  return places.reduce(
    (text, { start, end, shorthand }) =>
      text.slice(0, start) + (shorthand ? `${from}: ${to}` : to) + text.slice(end),
    source,
  );
}

/** Whether a function or block inside a cell declares the name itself, and so hides the cell's own. */
function declaresInside(scope: Node, name: string): boolean {
  const node = scope as Node & { params?: Node[]; body?: Node[] | Node; id?: Identifier | null };
  if (node.params?.some((param) => binds(param, name))) return true;
  if (node.type !== "BlockStatement") return false;
  return (node.body as Node[]).some((statement) => {
    const declaration = statement as Node & { declarations?: { id: Node }[]; id?: Identifier };
    if (statement.type === "VariableDeclaration")
      return declaration.declarations!.some(({ id }) => binds(id, name));
    return /^(Class|Function)Declaration$/.test(statement.type) && declaration.id?.name === name;
  });
}

function binds(pattern: Node | null, name: string): boolean {
  let found = false;
  if (pattern) {
    fullAncestor(pattern, (node) => {
      if (/^(Identifier|VariablePattern)$/.test(node.type) && (node as Identifier).name === name)
        found = true;
    });
  }
  return found;
}
