import { html } from "htl";

type MatrixLike = { rows: number; cols: number; data: ArrayLike<number> };
type FrameLike = { columns: string[]; values: unknown[][]; shape: [number, number] };

const shownRows = 10;
const shownColumns = 12;

function isMatrix(value: unknown): value is MatrixLike {
  const matrix = value as Partial<MatrixLike> | null;
  return (
    typeof matrix === "object" &&
    ArrayBuffer.isView(matrix?.data) &&
    typeof matrix.rows === "number" &&
    typeof matrix.cols === "number"
  );
}

function isFrame(value: unknown): value is FrameLike {
  const frame = value as Partial<FrameLike> | null;
  return typeof frame === "object" && Array.isArray(frame?.columns) && Array.isArray(frame.shape);
}

/** A table of the first rows and columns of something larger, with its shape. */
function preview(
  kind: string,
  [rows, cols]: [number, number],
  heads: string[],
  at: (row: number) => unknown[],
) {
  const isCut = rows > shownRows || cols > shownColumns;
  const cell = (value: unknown) =>
    html`<td>${typeof value === "number" ? Number(value.toPrecision(5)) : String(value ?? "")}</td>`;
  const lines = Array.from(
    { length: Math.min(rows, shownRows) },
    (_, i) => html`<tr>${at(i).slice(0, shownColumns).map(cell)}</tr>`,
  );
  return html`<figure class="etude-figure"><div class="etude-scroll" tabindex="0" role="region" aria-label=${kind}>
    <table class="etude-features"><caption><strong>${kind}, ${rows} × ${cols}.</strong>${
      isCut ? " The first rows and columns." : ""
    }</caption>
    <thead><tr>${heads.slice(0, shownColumns).map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${lines}</tbody></table></div></figure>`;
}

/** An element for values that say more as a table than in an inspector: matrices and data frames. */
export function present(value: unknown): Element | null {
  if (isMatrix(value)) {
    const { rows, cols, data } = value;
    const heads = Array.from({ length: cols }, (_, j) => String(j));
    return preview("Matrix", [rows, cols], heads, (i) =>
      Array.from({ length: cols }, (_, j) => data[i * cols + j]),
    );
  }
  if (isFrame(value)) return preview("DataFrame", value.shape, value.columns, (i) => value.values[i] ?? []);
  return null;
}
