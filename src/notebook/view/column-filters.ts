import { html } from "htl";
import type { TableColumn } from "./table-data.ts";
import type { ColumnFilter } from "./table-rows.ts";

export type ColumnFilters = {
  /** A row for the head of the table. */
  element: HTMLElement;
  /** Shows filters that were set before. */
  set(filters: ReadonlyMap<number, ColumnFilter>): void;
};

/** A row of inputs, one below each column's head: a part of the text, or for numbers the ends of a range. */
export function columnFilters(
  columns: readonly TableColumn[],
  onChange: (column: number, filter: ColumnFilter | null) => void,
): ColumnFilters {
  const fields = columns.map(({ name, type }, j) =>
    type === "number"
      ? rangeField(name, (filter) => onChange(j, filter))
      : textField(name, (filter) => onChange(j, filter)),
  );
  return {
    element: html`<tr class="etude-table-filters" hidden>${fields.map(({ element }) => html`<td>${element}</td>`)}</tr>`,
    set(filters) {
      for (const [j, field] of fields.entries()) field.set(filters.get(j));
    },
  };
}

type Field = { element: HTMLElement; set(filter: ColumnFilter | undefined): void };
type OnField = (filter: ColumnFilter | null) => void;

function textField(name: string, onChange: OnField): Field {
  const input =
    html`<input type="text" placeholder="contains" aria-label=${`${name} contains`}>` as HTMLInputElement;
  input.addEventListener("input", () => onChange(input.value.trim() === "" ? null : { text: input.value }));
  return {
    element: input,
    set: (filter) => {
      input.value = filter && "text" in filter ? filter.text : "";
    },
  };
}

function rangeField(name: string, onChange: OnField): Field {
  const bound = (words: string, short: string) =>
    html`<input type="number" step="any" placeholder=${short} aria-label=${`${name} ${words}`}>` as HTMLInputElement;
  const min = bound("at least", "min");
  const max = bound("at most", "max");
  const changed = () => {
    const ends = { min: numberIn(min), max: numberIn(max) };
    onChange(ends.min === null && ends.max === null ? null : ends);
  };
  min.addEventListener("input", changed);
  max.addEventListener("input", changed);
  return {
    element: html`<div>${min}${max}</div>`,
    set: (filter) => {
      const ends = filter && "min" in filter ? filter : { min: null, max: null };
      min.value = ends.min === null ? "" : String(ends.min);
      max.value = ends.max === null ? "" : String(ends.max);
    },
  };
}

function numberIn(input: HTMLInputElement): number | null {
  return Number.isNaN(input.valueAsNumber) ? null : input.valueAsNumber;
}
