import { parseJavaScript } from "@observablehq/notebook-kit";
import { CellSyntaxError, compile } from "../compile/index.ts";
import { nearestName } from "../document/nearest-name.ts";
import type { Finding } from "./finding.ts";
import type { Names } from "./names.ts";
import { tokenAt } from "./token-at.ts";

/**
 * What is wrong with a cell's code before it is run: it does not compile, or it reads names that neither a cell nor the
 * library has.
 * @param cell the id of the cell: names that only itself had are no longer there when its code has lost them
 */
export function codeFindings(source: string, names: Names, cell?: string): Finding[] {
  if (source.trim() === "") return [];
  try {
    compile(source);
  } catch (error) {
    if (!(error instanceof CellSyntaxError)) throw error;
    const { line, column, message } = error;
    return [{ ...tokenAt(source, line, column), severity: "error", message }];
  }
  // Without the library's names every one of them would look unknown.
  return names.library.size === 0 ? [] : unknownNames(source, names, cell);
}

function unknownNames(source: string, { cells, library }: Names, cell: string | undefined): Finding[] {
  const others = Array.from(cells.values()).filter((name) => name.cell !== cell);
  const known = new Set([...others.map(({ name }) => name), ...library.keys()]);
  const { references, declarations } = parseJavaScript(source);
  const near = [...known, ...(declarations ?? []).map(({ name }) => name)];
  return references
    .filter(({ name }) => !known.has(name) && !isElsewhere(name))
    .map(({ name, start, end }) => {
      const meant = nearestName(name, near);
      const hint = meant === undefined ? "" : ` Did you mean \`${meant}\`?`;
      return {
        from: start,
        to: end,
        severity: "warning",
        message: `\`${name}\` is not defined in any cell.${hint}`,
      };
    });
}

/** A blank that is still to be filled in, or a name of the browser's: whether cells may read it the runtime says. */
function isElsewhere(name: string): boolean {
  return name === "____" || name in globalThis;
}
