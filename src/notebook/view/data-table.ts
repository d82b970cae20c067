import { html } from "htl";
import { columnFilters } from "./column-filters.ts";
import { keepState } from "./kept-state.ts";
import { mostColumnsShown, tableCaption, tableRow } from "./simple-table.ts";
import { tableCsv, tableTsv } from "./table-csv.ts";
import type { TableData } from "./table-data.ts";
import { type ColumnFilter, chosenRows, type TableChoice } from "./table-rows.ts";

const rowsOnPage = 50;

type TableState = {
  sort: TableChoice["sort"];
  search: string;
  filters: Map<number, ColumnFilter>;
  filtersShown: boolean;
  page: number;
  scroll: [top: number, left: number];
};

/**
 * A table that can be sorted, searched, filtered by column, copied, and written to a CSV file. What the reader has
 * set is kept when a cell shows a table with the same columns again; `kept` is such a state.
 */
export function dataTable(data: TableData, kept?: unknown): HTMLElement {
  const state: TableState = {
    sort: null,
    search: "",
    filters: new Map(),
    filtersShown: false,
    page: 0,
    scroll: [0, 0],
  };
  let rows: Uint32Array = chosenRows(data, state);
  const caption = tableCaption(data);

  const search: HTMLInputElement =
    html`<input type="search" placeholder="Search" aria-label="Search in all columns">` as HTMLInputElement;
  const filterButton = html`<button type="button" aria-expanded="false">Filter</button>`;
  const copy = html`<button type="button">Copy</button>`;
  const csv = html`<button type="button">CSV</button>`;
  const status = html`<span class="etude-table-status" role="status"></span>`;
  const heads = data.columns.slice(0, mostColumnsShown).map((column, j) => {
    const note =
      column.missing > 0 ? html`<small>${column.missing.toLocaleString("en")} missing</small>` : null;
    const button = html`<button type="button"><span>${column.name}</span> ${note}</button>`;
    button.addEventListener("click", () => {
      state.sort = nextSort(state.sort, j);
      choose();
    });
    return html`<th scope="col" data-type=${column.type}>${button}</th>`;
  });
  const filters = columnFilters(data.columns.slice(0, mostColumnsShown), (column, filter) => {
    if (filter) state.filters.set(column, filter);
    else state.filters.delete(column);
    choose();
  });
  const body = html`<tbody></tbody>`;
  const box = html`<div class="etude-table-box" tabindex="0" role="region" aria-label=${caption}>
    <table><caption><strong>${caption}.</strong></caption><thead><tr>${heads}</tr>${filters.element}</thead>${body}</table></div>`;
  const back = html`<button type="button">Previous</button>`;
  const forth = html`<button type="button">Next</button>`;
  const place = html`<span></span>`;
  const pager = html`<div class="etude-table-pager" role="group" aria-label="Rows">${back}${place}${forth}</div>`;
  const element = html`<div class="etude-table"><div class="etude-table-tools">${search}${filterButton}${copy}${csv}${status}</div>${box}${pager}</div>`;

  const showPage = () => {
    const pages = Math.max(1, Math.ceil(rows.length / rowsOnPage));
    state.page = Math.min(state.page, pages - 1);
    const first = state.page * rowsOnPage;
    const shown = rows.subarray(first, first + rowsOnPage);
    body.replaceChildren(...Array.from(shown, (row) => tableRow(data, row)));
    pager.hidden = pages === 1;
    place.textContent = `${(first + 1).toLocaleString("en")} to ${(first + shown.length).toLocaleString("en")}`;
    back.toggleAttribute("disabled", state.page === 0);
    forth.toggleAttribute("disabled", state.page === pages - 1);
  };
  const show = () => {
    for (const [j, head] of heads.entries()) {
      if (state.sort?.column !== j) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", state.sort.descending ? "descending" : "ascending");
    }
    const total = data.rowCount.toLocaleString("en");
    status.textContent =
      rows.length === data.rowCount
        ? `${total} rows`
        : `${rows.length.toLocaleString("en")} of ${total} rows`;
    filters.element.hidden = !state.filtersShown;
    filterButton.setAttribute("aria-expanded", String(state.filtersShown));
    showPage();
  };
  const choose = () => {
    rows = chosenRows(data, state);
    state.page = 0;
    box.scrollTop = 0;
    show();
  };
  const turn = (by: number) => {
    state.page += by;
    box.scrollTop = 0;
    showPage();
    // A button that can do no more lets go of the focus; the other one has it then.
    if (document.activeElement === document.body) (by > 0 ? back : forth).focus();
  };

  search.addEventListener("input", () => {
    state.search = search.value;
    choose();
  });
  filterButton.addEventListener("click", () => {
    state.filtersShown = !state.filtersShown;
    show();
  });
  copy.addEventListener("click", () => {
    navigator.clipboard.writeText(tableTsv(data, rows)).then(
      () => tell(status, `${rows.length.toLocaleString("en")} rows copied`),
      () => tell(status, "This browser does not allow copying here"),
    );
  });
  csv.addEventListener("click", () => save(tableCsv(data, rows), `${data.kind.toLowerCase()}.csv`));
  back.addEventListener("click", () => turn(-1));
  forth.addEventListener("click", () => turn(1));
  // What is typed here is no input of a notebook: its events stay inside.
  for (const type of ["input", "change"]) element.addEventListener(type, (event) => event.stopPropagation());

  const restore = (kept: unknown) => {
    const { page, scroll, ...rest } = kept as TableState;
    Object.assign(state, rest);
    search.value = state.search;
    filters.set(state.filters);
    rows = chosenRows(data, state);
    state.page = page;
    show();
    [box.scrollTop, box.scrollLeft] = scroll;
  };
  keepState(element, {
    key: `table ${data.columns.map(({ name }) => name).join("\u0000")}`,
    read: () => ({ ...state, scroll: [box.scrollTop, box.scrollLeft] }),
    restore,
  });
  if (kept) restore(kept);
  else show();
  return element;
}

/** Up, down, as it was. */
function nextSort(sort: TableChoice["sort"], column: number): TableChoice["sort"] {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? null : { column, descending: true };
}

/** Says something for a moment. */
function tell(status: HTMLElement, text: string): void {
  const before = status.textContent;
  status.textContent = text;
  setTimeout(() => {
    if (status.textContent === text) status.textContent = before;
  }, 3000);
}

function save(csv: string, name: string): void {
  const url = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  const link = html`<a href=${url} download=${name}></a>`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
