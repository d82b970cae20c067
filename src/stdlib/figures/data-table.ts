import { element } from "../element.ts";

/** The data behind a figure, for readers who want numbers or cannot see the drawing. */
export interface FigureTable {
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

const mostRows = 50;

/** From here on zeros are no longer counted: a power of ten is written. */
const countless = 1e9;

/** A number rounded to what can be read off a figure. */
export function readable(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Math.abs(value) >= countless) {
    const [digits, exponent] = value.toExponential(1).replace("-", "\u2212").split("e+");
    const raised = Array.from(exponent!, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
    return `${digits}\u202f×\u202f10${raised}`;
  }
  const rounded = Number.isInteger(value) ? value : Number(value.toPrecision(3));
  return String(rounded).replace("-", "\u2212");
}

function row(cells: readonly (string | number)[]): HTMLTableRowElement {
  const [head, ...rest] = cells.map((cell) => (typeof cell === "number" ? readable(cell) : cell));
  const first = element("th", { scope: "row" }, head);
  return element("tr", {}, first, ...rest.map((text) => element("td", {}, text)));
}

/** A table of at most 50 rows under "Show data"; it is built when it is first opened. */
export function dataTable(name: string, read: () => FigureTable): HTMLDetailsElement {
  const details = element("details", { class: "etude-data" }, element("summary", {}, "Show data"));
  const build = () => {
    const { columns, rows } = read();
    const more = rows.length - mostRows;
    const note = more > 0 ? element("p", {}, `The first ${mostRows} of ${rows.length} rows.`) : null;
    const head = columns.map((column) => element("th", { scope: "col" }, column));
    const table = element(
      "table",
      {},
      element("caption", {}, name),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...rows.slice(0, mostRows).map(row)),
    );
    // A box that scrolls must be reachable by key.
    const box = element(
      "div",
      { class: "etude-scroll", tabindex: 0, role: "group", "aria-label": name },
      table,
    );
    details.append(...[note, box].filter((part) => part !== null));
  };
  details.addEventListener("toggle", build, { once: true });
  return details;
}
