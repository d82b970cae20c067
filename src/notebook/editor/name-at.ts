import { type Definition, definitionOf } from "./definitions.ts";
import type { CellName, NameDoc } from "./editor-help.ts";
import { type Code, knownValue } from "./known-value.ts";

/** A name in the code, and whatever is known of it. */
export type NameAt = {
  name: string;
  from: number;
  to: number;
  doc?: NameDoc;
  cellName?: CellName;
  /** Where it is declared, if that is in the same cell. */
  definition?: Definition;
};

/** The name that stands at a place of a cell's code, or that ends there. */
export function nameAt(code: Code, at: number): NameAt | undefined {
  const node = [1 as const, -1 as const]
    .map((side) => code.tree.resolveInner(at, side))
    .find(({ name }) => name === "VariableName" || name === "PropertyName" || name === "VariableDefinition");
  if (!node) return undefined;
  const { from, to } = node;
  const found: NameAt = { name: code.text.slice(from, to), from, to };
  if (node.name === "PropertyName") {
    const doc = knownValue(node.parent, code)?.doc;
    return doc && { ...found, doc };
  }
  const definition = definitionOf(code.tree, code.text, found.name, from);
  const isOwn = definition !== undefined && !definition.isTopLevel;
  const cellName = isOwn ? undefined : code.names.cells.get(found.name);
  const doc = definition || cellName ? undefined : code.names.library.get(found.name);
  return { ...found, ...(definition && { definition }), ...(cellName && { cellName }), ...(doc && { doc }) };
}
