import { grouped } from "./grouped.ts";
import type { Item } from "./item.ts";
import type { Figures } from "./judge.ts";

/** How one method did on one item. */
export type Row = { method: string; item: Item; ms: number; figures: Figures };

/** A table of means: a line for each method, overall and for each value of each tag. */
export function table(rows: Row[], groups: string[]): string {
  const methods = [...new Set(rows.map((row) => row.method))];
  const figures = [...new Set(rows.flatMap((row) => Object.keys(row.figures)))];
  const lines = [["", "", "items", ...figures, "ms/s"]];
  const add = (name: string, chosen: Row[]) => {
    for (const method of methods) {
      const own = chosen.filter((row) => row.method === method);
      if (own.length === 0) continue;
      const ms = sum(own.map((row) => row.ms)) / sum(own.map((row) => row.item.seconds));
      lines.push([
        name,
        method,
        String(own.length),
        ...figures.map((figure) => mean(own, figure)),
        ms.toFixed(2),
      ]);
    }
  };
  add("all", rows);
  for (const group of groups) {
    const values = [...new Set(rows.map((row) => tagOf(row.item, group)))].sort();
    if (values.length < 2) continue;
    for (const value of values)
      add(
        `${group}: ${value}`,
        rows.filter((row) => tagOf(row.item, group) === value),
      );
  }
  return aligned(lines);
}

/** The items that a method did worst on. */
export function failures(rows: Row[], main: string, count: number): string {
  return [...grouped(rows, (row) => row.method)]
    .map(([method, own]) => {
      const worst = [...own].sort((a, b) => (a.figures[main] ?? 0) - (b.figures[main] ?? 0)).slice(0, count);
      const lines = worst.map(
        ({ item, figures }) => `  ${format(figures[main] ?? null)}  ${item.id}  ${described(item)}`,
      );
      return [`${method}, worst by ${main}:`, ...lines].join("\n");
    })
    .join("\n");
}

/** A tag of an item; "seed" is one too. */
export function tagOf(item: Item, tag: string): string {
  return tag === "seed" ? String(item.seed) : (item.tags[tag] ?? "");
}

function described(item: Item): string {
  return Object.values(item.tags).join(", ");
}

function mean(rows: Row[], figure: string): string {
  const values = rows.map((row) => row.figures[figure]).filter((value) => typeof value === "number");
  return values.length === 0 ? "" : format(sum(values) / values.length);
}

function format(value: number | null): string {
  return value === null ? "" : value.toFixed(3);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function aligned(lines: string[][]): string {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map((line) =>
      line.map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "),
    )
    .join("\n");
}
