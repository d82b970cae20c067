import { checkArray, checkSettings } from "../check-arguments.ts";
import { element } from "../element.ts";

type Cell = string | number | boolean | null | undefined;
type Row = Readonly<Record<string, Cell>>;

/** How a column is shown. */
export interface FeatureColumn {
  /** Its key in every row. */
  key: string;
  /** Its heading; default the key. */
  label?: string;
  /** Unit of its numbers, below the heading. */
  unit?: string;
  /** Text of a value; default numbers are rounded to three digits of the largest. */
  format?: (value: Cell) => string;
}

export interface FeatureTableOptions {
  /** Title of the table; default "Table". */
  caption?: string;
  /** The columns to show, in order; default every key of the first row. */
  columns?: readonly (string | FeatureColumn)[];
  /** A button that plays the sound of a row, such as `sound.playButton` makes. */
  play?: (row: number) => Element;
}

const pageRows = 20;
const significantDigits = 3;

function compare(a: Cell, b: Cell): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a ?? "").localeCompare(String(b ?? ""), "en", { numeric: true });
}

/** Texts of a column's values: its numbers with equally many decimals, so that they line up. */
function columnFormat(values: readonly Cell[]): (value: Cell) => string {
  const numbers = values.filter((value) => typeof value === "number" && Number.isFinite(value)) as number[];
  const largest = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const whole = numbers.every(Number.isInteger);
  const decimals =
    whole || largest === 0 ? 0 : Math.max(0, significantDigits - 1 - Math.floor(Math.log10(largest)));
  return (value) => {
    if (value === null || value === undefined || Number.isNaN(value)) return "–";
    return typeof value === "number" ? value.toFixed(decimals).replace("-", "\u2212") : String(value);
  };
}

/**
 * Rows of features in a real table: units in the head, sorted by a click on a heading, 20 rows at first.
 *
 * @param rows one object a sample; they are not changed
 * @throws TypeError when rows is no array.
 * @example
 * featureTable([{drum: "kick", decay: 0.31}, {drum: "hi-hat", decay: 0.04}], {
 *   caption: "Two drums",
 *   columns: ["drum", {key: "decay", unit: "s"}]
 * })
 */
export function featureTable(rows: readonly Row[], options: FeatureTableOptions = {}): HTMLElement {
  checkArray("featureTable", "rows", rows, "drums.records()");
  checkSettings("featureTable", options, '{caption: "Six strokes"}');
  const { caption: title = "Table" } = options;
  const given = options.columns ?? Object.keys(rows[0] ?? {});
  const columns = given.map((column) => {
    const named: FeatureColumn = typeof column === "string" ? { key: column } : column;
    return { ...named, format: named.format ?? columnFormat(rows.map((row) => row[named.key])) };
  });
  let order = rows.map((_, i) => i);
  let shown = pageRows;
  let sorted: { key: string; direction: 1 | -1 } | undefined;

  const numeric = (key: string) => rows.some((row) => typeof row[key] === "number");
  const body = element("tbody");
  const more = element("button", { type: "button", class: "etude-quiet" });
  const heads = columns.map(({ key, label, unit }) => {
    const small = unit ? element("small", {}, unit) : null;
    const button = element("button", { type: "button" }, element("span", {}, label ?? key), small);
    const head = element("th", { scope: "col", "data-number": numeric(key) }, button);
    button.addEventListener("click", () => {
      const direction = sorted?.key === key && sorted.direction === 1 ? -1 : 1;
      sorted = { key, direction };
      order = rows.map((_, i) => i).sort((a, b) => direction * compare(rows[a]![key], rows[b]![key]));
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
      fill();
    });
    return head;
  });

  // Rows are made once: sorting moves them, and a sound that plays in one goes on.
  const made = new Map<number, HTMLTableRowElement>();
  const tableRow = (i: number) => {
    const ready = made.get(i);
    if (ready) return ready;
    const cells = columns.map(({ key, format }) =>
      element("td", { "data-number": numeric(key) }, format(rows[i]![key])),
    );
    const player = options.play ? element("td", { class: "etude-play-cell" }, options.play(i)) : null;
    const row = element("tr", {}, player, ...cells);
    made.set(i, row);
    return row;
  };
  function fill(): void {
    body.replaceChildren(...order.slice(0, shown).map(tableRow));
    const left = order.length - shown;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, pageRows)} more of ${order.length}`;
  }
  more.addEventListener("click", () => {
    shown += pageRows;
    fill();
  });
  fill();

  const listen = options.play
    ? element("th", { scope: "col" }, element("span", { class: "etude-hidden" }, "listen"))
    : null;
  const caption = element("caption", {}, element("strong", {}, `${title}.`), ` ${rows.length} rows.`);
  const table = element(
    "table",
    { class: "etude-features" },
    caption,
    element("thead", {}, element("tr", {}, listen, ...heads)),
    body,
  );
  const region = { class: "etude-scroll", tabindex: 0, role: "group", "aria-label": title };
  return element("figure", { class: "etude-figure" }, element("div", region, table), more);
}
