/** What a cell of a typed table can be; null where it was empty. */
export type TypedValue = number | boolean | Date | string | null;

const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
/** Numbers such as 007 are codes: as numbers they would lose what makes them different. */
const code = /^[-+]?0\d/;
const isoDate = /^[-+]?\d{4,6}-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[-+]\d{2}:?\d{2})?)?)?$/;
const commaNumber = /^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;

/** Numbers that only a reader of decimal points writes: 1,200.5 and 12,345,678. */
const pointNumber = /^[-+]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/;
/** 1,200 is a thousand and more to one reader, and one and a fifth to another. */
const eitherNumber = /^[-+]?[1-9]\d{0,2},\d{3}$/;

/**
 * Whether numbers are written with a comma before the decimals, as in German: some cell can only be read so, and none
 * has a point where only decimals can be. Where all commas could set thousands apart, semicolons between the columns
 * speak for decimals: who writes decimal points has commas there.
 */
export function hasDecimalCommas(rows: readonly (readonly string[])[], separator: string): boolean {
  let found = false;
  let either = false;
  for (const row of rows) {
    for (const cell of row) {
      if (!cell.includes(".") && !cell.includes(",")) continue;
      const text = cell.trim();
      if (pointNumber.test(text)) return false;
      if (number.test(text) && text.includes(".") && !commaNumber.test(text)) return false;
      if (!text.includes(",") || !commaNumber.test(text)) continue;
      if (eitherNumber.test(text)) either = true;
      else found = true;
    }
  }
  return found || (either && separator === ";");
}

/**
 * The values of one column. All of them are numbers, or all are true or false, or all are dates as ISO 8601 writes them
 * (2024-03-01, with a time or without), or all are text; what is empty is null.
 */
export function typedColumn(cells: readonly string[], decimalCommas: boolean): TypedValue[] {
  const texts = cells.map((cell) => cell.trim());
  const filled = texts.filter((text) => text !== "");
  const read = filled.length === 0 ? null : readerFor(filled, decimalCommas);
  return texts.map((text, i) => (text === "" ? null : read ? read(text) : cells[i]!));
}

function readerFor(filled: readonly string[], decimalCommas: boolean): ((text: string) => TypedValue) | null {
  const readNumber = (text: string) =>
    decimalCommas && commaNumber.test(text)
      ? Number(text.replaceAll(".", "").replace(",", "."))
      : Number(text);
  const isNumber = (text: string) =>
    text === "NaN" || (!code.test(text) && (number.test(text) || (decimalCommas && commaNumber.test(text))));
  if (filled.every(isNumber)) return readNumber;
  if (filled.every((text) => text === "true" || text === "false")) return (text) => text === "true";
  if (filled.every(isDate)) return readDate;
  return null;
}

function readDate(text: string): Date {
  return new Date(text.replace(" ", "T"));
}

function isDate(text: string): boolean {
  return isoDate.test(text) && !Number.isNaN(readDate(text).getTime());
}
