import type {
  CategoryColumn,
  ColumnInfo,
  NumberColumn,
  TextColumn,
} from "../../src/stdlib/data/dataset-file.ts";

const DIGITS = 4;

/** A column of measured numbers, rounded to 4 significant digits; what is not finite is missing. */
export function measured(info: ColumnInfo, values: Iterable<number | null>): NumberColumn {
  return exact(
    info,
    Array.from(values, (value) =>
      value !== null && Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null,
    ),
  );
}

/** A column of numbers as they are: counts, and figures that were published. */
export function exact(info: ColumnInfo, values: Iterable<number | null>): NumberColumn {
  return { ...described(info), values: Array.from(values) };
}

/** A column of text that repeats; `levels` gives their order, default that of the first appearance. */
export function category(
  info: ColumnInfo,
  texts: readonly (string | null)[],
  levels: readonly string[] = [...new Set(texts.filter((text) => text !== null))],
): CategoryColumn {
  const places = new Map(levels.map((level, place) => [level, place]));
  const codes = texts.map((text) => {
    const code = text === null ? -1 : places.get(text);
    if (code === undefined) throw new Error(`${info.name}: "${text}" is none of ${levels.join(", ")}.`);
    return code;
  });
  return { ...described(info), levels: [...levels], codes };
}

/** A column of text, each of its own. */
export function texts(info: ColumnInfo, values: readonly string[]): TextColumn {
  return { ...described(info), texts: [...values] };
}

/** What a column is, written shortly: most text has no unit. */
export function about(name: string, description: string, { label = name, unit = "" } = {}): ColumnInfo {
  return { name, label, unit, description };
}

/** The four, in this order, whatever else the object holds. */
function described({ name, label, unit, description }: ColumnInfo): ColumnInfo {
  return { name, label, unit, description };
}
