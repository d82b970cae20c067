import { isMissing, type TableData } from "./table-data.ts";
import { fullText } from "./table-text.ts";

/** What a reader asked of one column: a part of its text, or the ends of a range, both included. */
export type ColumnFilter = { text: string } | { min: number | null; max: number | null };

/** What a reader asked of a table: an order, and which rows. */
export type TableChoice = {
  sort: { column: number; descending: boolean } | null;
  search: string;
  filters: ReadonlyMap<number, ColumnFilter>;
};

type Test = (row: number) => boolean;

/** The rows that fit, by their numbers in the data, in order. What is missing comes last in either direction. */
export function chosenRows(data: TableData, choice: TableChoice): Uint32Array {
  const tests = testsOf(data, choice);
  const rows: number[] = [];
  for (let i = 0; i < data.rowCount; i++) if (tests.every((test) => test(i))) rows.push(i);
  const chosen = Uint32Array.from(rows);
  if (!choice.sort) return chosen;
  const { column, descending } = choice.sort;
  const ranks = ranksOf(data, column);
  const sign = descending ? -1 : 1;
  return chosen.sort((a, b) => order(ranks[a]!, ranks[b]!, sign) || a - b);
}

function order(a: number, b: number, sign: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -sign : sign;
}

function testsOf(data: TableData, { search, filters }: TableChoice): Test[] {
  const tests = Array.from(filters, ([column, filter]) => filterTest(data, column, filter));
  const wanted = search.trim().toLowerCase();
  if (wanted === "") return tests;
  return [
    ...tests,
    (row) => data.columns.some((_, j) => fullText(data.at(row, j)).toLowerCase().includes(wanted)),
  ];
}

function filterTest(data: TableData, column: number, filter: ColumnFilter): Test {
  if ("text" in filter) {
    const wanted = filter.text.trim().toLowerCase();
    return (row) => fullText(data.at(row, column)).toLowerCase().includes(wanted);
  }
  const { min, max } = filter;
  return (row) => {
    const value = data.at(row, column);
    if (isMissing(value)) return false;
    return (min === null || Number(value) >= min) && (max === null || Number(value) <= max);
  };
}

const collator = new Intl.Collator("en", { numeric: true });

/** A number for each row by which a column is put in order; NaN for what is missing. */
function ranksOf({ columns, rowCount, at }: TableData, column: number): Float64Array {
  const ranks = new Float64Array(rowCount);
  if (columns[column]!.type !== "text") {
    for (let i = 0; i < rowCount; i++) {
      const value = at(i, column);
      ranks[i] = isMissing(value) ? Number.NaN : Number(value);
    }
    return ranks;
  }
  // Texts are compared once for each different text, not at each step of the sort.
  const texts = Array.from({ length: rowCount }, (_, i) => fullText(at(i, column)));
  const ordered = Array.from(new Set(texts)).sort(collator.compare);
  const rank = new Map(ordered.map((text, place) => [text, place]));
  for (let i = 0; i < rowCount; i++) ranks[i] = isMissing(at(i, column)) ? Number.NaN : rank.get(texts[i]!)!;
  return ranks;
}
