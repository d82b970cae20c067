import { html } from "htl";
import type { NamedValue, NotebookRuntime } from "../runtime/index.ts";
import { cellGraph } from "./cell-graph.ts";
import { dependencyGraph } from "./dependency-graph.ts";
import { VariableRow } from "./variable-row.ts";

const columns = ["Name", "Type", "Shape", "Value", "Defined in", "Used by"];

/**
 * The names of a notebook as a table that stays up to date, below a small picture of which cell reads which.
 * `goTo` is called with the cell that was asked for. Call `destroy()` when the panel goes.
 */
export function variablesPanel(
  runtime: Pick<NotebookRuntime, "namedValues" | "onNames" | "cell">,
  goTo: (cell: string) => void,
): HTMLElement & { destroy(): void } {
  const graph = dependencyGraph(goTo);
  const filter =
    html`<input type="search" placeholder="Filter names" aria-label="Filter names">` as HTMLInputElement;
  const status = html`<p class="etude-variables-status" role="status"></p>`;
  const body = html`<div role="rowgroup"></div>`;
  const table = html`<div class="etude-variables-table" role="table" aria-label="Names of this notebook">
    <div role="rowgroup"><div role="row">${columns.map((name) => html`<div role="columnheader">${name}</div>`)}</div></div>
    ${body}</div>`;
  const element = html`<section class="etude-variables" aria-label="Names">${graph.element}${filter}${status}${table}</section>`;
  const rows = new Map<string, VariableRow>();

  const narrow = () => {
    const wanted = filter.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows.values()) {
      row.element.hidden = !row.text.includes(wanted);
      if (!row.element.hidden) shown++;
    }
    table.hidden = shown === 0;
    filter.hidden = rows.size === 0;
    status.textContent =
      rows.size === 0
        ? "No names yet. A cell that says const x = 1 gives the notebook the name x."
        : wanted === ""
          ? ""
          : shown === 0
            ? "No name fits the filter."
            : `${shown} of ${rows.size} names`;
  };
  const update = () => {
    const names = runtime.namedValues();
    keepRows(rows, body, names, goTo);
    narrow();
    void graph.update(cellGraph(names), (cell) => runtime.cell(cell)?.state);
  };

  filter.addEventListener("input", (event) => {
    event.stopPropagation();
    narrow();
  });
  update();
  return Object.assign(element, { destroy: runtime.onNames(update) });
}

/** Brings the rows in line with the names; a row that stays is not moved, so that the focus in it stays. */
function keepRows(
  rows: Map<string, VariableRow>,
  body: HTMLElement,
  names: readonly NamedValue[],
  goTo: (cell: string) => void,
): void {
  const keys = new Set(names.map(keyOf));
  for (const [key, row] of rows) {
    if (keys.has(key)) continue;
    row.element.remove();
    rows.delete(key);
  }
  let place = body.firstElementChild;
  for (const named of names) {
    const row = rows.get(keyOf(named)) ?? new VariableRow(goTo);
    rows.set(keyOf(named), row);
    row.show(named);
    if (row.element === place) place = place.nextElementSibling;
    else body.insertBefore(row.element, place);
  }
}

/** A name that two cells define has two rows. */
function keyOf({ name, cell }: NamedValue): string {
  return `${name} ${cell}`;
}
