import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { element } from "../element.ts";
import { classSwatch } from "./class-marks.ts";
import { type CellActions, cellButton, itemsOf } from "./confusion-cells.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { roveButtons } from "./roving-buttons.ts";

export interface ConfusionMatrixOptions extends CellActions {
  /** Shares of each true class instead of counts; default false. */
  normalize?: boolean;
  /** The classes in the order of their colours, where it is another than that of `labels`. */
  classNames?: readonly string[];
  /** Small enough that two of six classes stand side by side: columns by their marks, no share found. Default false. */
  compact?: boolean;
  /** Title; default "True classes by predicted classes". */
  name?: string;
}

interface Confusion {
  labels: readonly (string | number)[];
  matrix: readonly (readonly number[])[];
}

const emptyMessage = "The table appears here when there are predictions.";
const emptyHeight = 220;

/**
 * A confusion matrix as a real table: true classes down, predicted classes across, the share of each true class as
 * shade, and the share found of each class (its recall) at the end of its row.
 *
 * With `onCell` or `play`, a click or Enter on a cell chooses it, and the arrow keys go from cell to cell. `play` hears
 * the items of the cell, the next one at each click; it needs `items`.
 *
 * @param confusion what `confusionMatrix` gives; undefined draws an empty frame
 * @throws TypeError when it is something else, or `play` is given without `items`.
 * @example
 * confusionMatrixFigure(metrics.confusionMatrix(
 *   ["kick", "kick", "tom", "clap", "clap", "tom"],
 *   ["kick", "tom", "tom", "clap", "clap", "clap"]
 * ))
 */
export function confusionMatrixFigure(
  confusion: Confusion | undefined,
  options: ConfusionMatrixOptions = {},
): HTMLElement {
  if (confusion !== undefined && !(Array.isArray(confusion?.labels) && Array.isArray(confusion.matrix))) {
    throw new TypeError(
      `confusionMatrixFigure: confusion must be what metrics.confusionMatrix(…) gives, but it is ${shown(confusion)}.`,
    );
  }
  checkSettings("confusionMatrixFigure", options, "{normalize: true}");
  if (options.play && !options.items) {
    throw new TypeError(
      "confusionMatrixFigure: play needs to know which items are in a cell: give items: {yTrue, yPred} as well.",
    );
  }
  const { normalize = false, compact = false, name = "True classes by predicted classes" } = options;
  if (!confusion) {
    const node = (width: number) => emptyDrawing(emptyMessage, width, emptyHeight);
    return figure({ name, description: "Nothing is known yet.", node, height: emptyHeight });
  }
  const { labels, matrix } = confusion;
  const names = labels.map(String);
  const order = options.classNames ?? names;
  const heading = (i: number, scope: "row" | "col") => {
    const text = element("span", { class: compact && scope === "col" ? "etude-hidden" : null }, names[i]!);
    return element("th", { scope }, classSwatch(order.indexOf(names[i]!)), text);
  };
  const percent = (share: number) => (Number.isFinite(share) ? `${Math.round(100 * share)} %` : "–");

  const active = options.play !== undefined || options.onCell !== undefined;
  const invitation = options.play ? "Choose a cell to hear what is in it." : "Choose a cell.";
  const readout = element("p", { class: "etude-readout", "aria-live": "polite" }, invitation);
  const buttons: (HTMLButtonElement | undefined)[][] = matrix.map(() => []);
  const content = (i: number, j: number, text: string) => {
    const [truth, predicted, count] = [labels[i]!, labels[j]!, matrix[i]![j]!];
    if (!active || count === 0) return text;
    const cell = { truth, predicted, count, items: itemsOf(options.items, truth, predicted) };
    const button = cellButton(cell, text, options, readout);
    buttons[i]![j] = button;
    return button;
  };

  const rows = matrix.map((counts, i) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    const cells = counts.map((count, j) => {
      const share = total > 0 ? count / total : 0;
      const shade = `--etude-share: ${(100 * share).toFixed(1)}%`;
      const text = normalize ? percent(count / total) : String(count);
      const kind = count === 0 ? "none" : i === j ? "right" : "wrong";
      return element("td", { "data-kind": kind, style: shade }, content(i, j, text));
    });
    return element(
      "tr",
      {},
      heading(i, "row"),
      ...cells,
      compact ? null : element("td", { class: "etude-total" }, percent(counts[i]! / total)),
    );
  });
  const across = element("th", { colspan: names.length, scope: "colgroup" }, "predicted");
  const corner = element("th", { rowspan: 2, scope: "col" }, "true");
  const found = compact ? null : element("th", { rowspan: 2, scope: "col", class: "etude-total" }, "found");
  const head = element(
    "thead",
    {},
    element("tr", {}, corner, across, found),
    element("tr", {}, ...names.map((_, i) => heading(i, "col"))),
  );
  const all = matrix.flat().reduce((sum, count) => sum + count, 0);
  const right = matrix.reduce((sum, row, i) => sum + row[i]!, 0);
  const caption = element("caption", {}, element("strong", {}, `${name}.`), ` ${right} of ${all} are right.`);
  const table = element(
    "table",
    { class: "etude-confusion", "data-compact": compact },
    caption,
    head,
    element("tbody", {}, ...rows),
  );
  const box = element(
    "div",
    { class: "etude-scroll", tabindex: 0, role: "group", "aria-label": name },
    table,
  );
  roveButtons(matrix.map((counts, i) => counts.map((_, j) => buttons[i]![j])));
  return element("figure", { class: "etude-figure" }, box, active ? readout : null);
}
