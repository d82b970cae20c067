import { html } from "htl";
import { isMissing, type TableData } from "./table-data.ts";
import { fullText, shownText } from "./table-text.ts";

/** Columns that a page shows; a file or a copy has all. */
export const mostColumnsShown = 60;

/** The head cells of a table without tools: the names of its columns. */
export function plainHead({ columns }: TableData): HTMLElement[] {
  return columns
    .slice(0, mostColumnsShown)
    .map(({ name, type }) => html`<th scope="col" data-type=${type}>${name}</th>`);
}

/** One row of a table. What is rounded has its full value in a tooltip. */
export function tableRow({ columns, at }: TableData, row: number): HTMLElement {
  const cells = columns.slice(0, mostColumnsShown).map((column, j) => {
    const value = at(row, j);
    const text = shownText(value, column);
    const cell = html`<td data-type=${column.type}>${text}</td>`;
    if (isMissing(value)) cell.dataset.missing = "";
    else if (typeof value === "number" && Number(text.replace("\u2212", "-")) !== value)
      cell.title = fullText(value);
    return cell;
  });
  return html`<tr>${cells}</tr>`;
}

/** What a table is and how large: "Matrix, 454 × 24." */
export function tableCaption({ kind, rowCount, columns }: TableData): string {
  return `${kind}, ${rowCount.toLocaleString("en")} × ${columns.length.toLocaleString("en")}`;
}

/** The first rows of a table, without tools. */
export function simpleTable(data: TableData, rows = data.rowCount): HTMLElement {
  const caption = tableCaption(data);
  const lines = Array.from({ length: Math.min(rows, data.rowCount) }, (_, i) => tableRow(data, i));
  return html`<div class="etude-table"><div class="etude-table-box" tabindex="0" role="region" aria-label=${caption}>
    <table><caption><strong>${caption}.</strong></caption>
    <thead><tr>${plainHead(data)}</tr></thead><tbody>${lines}</tbody></table></div></div>`;
}
