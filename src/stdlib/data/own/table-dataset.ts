import { nearestName } from "../../../learn/base/nearest-name.ts";
import type { CategoryColumn, Column, ColumnInfo, DatasetFile, NumberColumn } from "../dataset-file.ts";
import type { OwnColumn, OwnTable } from "./own-table.ts";

/** What the columns of a learner's table are for. */
export type TableRoles = {
  /** What is to be predicted; none where it is not given. */
  target?: string | undefined;
  /** What a fair split keeps together. */
  group?: string | undefined;
  /** The columns of X; default every column of numbers that has no other role. */
  features?: readonly string[] | undefined;
  /** Rows in which a feature is missing: left out (default), or kept for an imputer. */
  missing?: "leave out" | "keep" | undefined;
};

/** A learner's table as a dataset, and how many of its rows were left out. */
export type TableDataset = { file: DatasetFile; leftOut: number };

/**
 * A learner's table in the form of a dataset of the course. Rows without a target are left out always.
 *
 * @throws RangeError when a column is not there, is no number where it must be one, or no row would be left
 */
export function tableDataset(name: string, table: OwnTable, roles: TableRoles): TableDataset {
  const named = (column: string, role: string) => {
    const found = table.columns.find((each) => each.name === column);
    if (found) return found;
    const names = table.columns.map((each) => each.name);
    throw new RangeError(
      `${name} has no column "${column}" for the ${role}; did you mean "${nearestName(column, names)}"? It has ${names.join(", ")}.`,
    );
  };
  const target = roles.target === undefined ? null : named(roles.target, "target");
  const group = roles.group === undefined ? null : named(roles.group, "groups");
  const features = roles.features
    ? roles.features.map((column) => named(column, "features"))
    : table.columns.filter((column) => column.type === "number" && column !== target && column !== group);
  for (const { name: column, type } of features) {
    if (type !== "number")
      throw new RangeError(`${name}: "${column}" is ${type}, and a feature is a number.`);
  }
  const needed = [target, group, ...(roles.missing === "keep" ? [] : features)].filter(
    (each) => each !== null,
  );
  const kept = Array.from({ length: table.length }, (_, i) => i).filter((i) =>
    needed.every(({ values }) => values[i] !== null && !Number.isNaN(values[i])),
  );
  if (kept.length === 0) throw new RangeError(noRowLeft(name, needed, table.length));
  const column = (each: OwnColumn) => chosen(each, kept);
  const targetColumn = target && (target.type === "text" ? categories(target, kept) : column(target));
  const others = table.columns.filter((each) => each !== target && !features.includes(each));
  return {
    leftOut: table.length - kept.length,
    file: {
      id: name,
      title: name,
      summary: `${kept.length} rows of your own.`,
      licence: "yours",
      classNames: targetColumn && "levels" in targetColumn ? targetColumn.levels : [],
      features: features.map((each) => column(each) as NumberColumn),
      ...(targetColumn && { target: targetColumn as NumberColumn | CategoryColumn }),
      ...(group && { group: group.name }),
      // A group is text, whatever it looks like.
      info: others.map((each) => (each === group ? categories(each, kept) : column(each))),
      sources: [],
    },
  };
}

function noRowLeft(name: string, needed: readonly OwnColumn[], rows: number): string {
  const unknown = ({ values }: OwnColumn) =>
    (values as unknown[]).filter((value) => value === null || Number.isNaN(value)).length;
  const worst = needed.reduce((most, each) => (unknown(each) > unknown(most) ? each : most));
  return `${name}: every row has something missing. Worst is "${worst.name}": ${unknown(worst)} of ${rows} cells. Leave that column out, or keep rows with missing numbers.`;
}

function described(name: string): ColumnInfo {
  return { name, label: name, unit: "", description: "a column of your table" };
}

function chosen({ name, type, values }: OwnColumn, kept: readonly number[]): Column {
  if (type === "category") return categories({ name, values }, kept);
  if (type === "text")
    return { ...described(name), texts: kept.map((i) => (values[i] as string | null) ?? "") };
  return {
    ...described(name),
    values: kept.map((i) => (Number.isNaN(values[i]) ? null : (values[i] as number))),
  };
}

function categories(
  { name, values }: Pick<OwnColumn, "name" | "values">,
  kept: readonly number[],
): CategoryColumn {
  const texts = kept.map((i) => (values[i] === null ? null : String(values[i])));
  const levels = [...new Set(texts.filter((text) => text !== null))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  const places = new Map(levels.map((level, place) => [level, place]));
  return { ...described(name), levels, codes: texts.map((text) => (text === null ? -1 : places.get(text)!)) };
}
