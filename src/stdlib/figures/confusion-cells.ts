import { element } from "../element.ts";

type Label = number | string;

/** One cell of a confusion matrix, as it is handed to whoever asked for it. */
export interface ConfusionCell {
  truth: Label;
  predicted: Label;
  count: number;
  /** Places of its items, where the figure was told which they are. */
  items: readonly number[];
}

/** The true and the predicted class of every item. */
export interface ConfusionItems {
  yTrue: ArrayLike<Label>;
  yPred: ArrayLike<Label | null>;
}

/** What choosing a cell does. */
export interface CellActions {
  /** The true and the predicted class of every item: then a cell knows which are in it. */
  items?: ConfusionItems;
  /** Plays one item of the cell: the first, at the next click the second and so on. */
  play?: (item: number) => unknown;
  /** What one item is called. */
  describe?: (item: number) => string;
  /** Told which cell was chosen. */
  onCell?: (cell: ConfusionCell) => unknown;
}

/** Places of the items with this true and this predicted class. */
export function itemsOf(items: ConfusionItems | undefined, truth: Label, predicted: Label): number[] {
  if (!items) return [];
  const { yTrue, yPred } = items;
  return Array.from(yTrue, (_, i) => i).filter(
    (i) => String(yTrue[i]) === String(truth) && yPred[i] !== null && String(yPred[i]) === String(predicted),
  );
}

/** What a cell stands for, in words: "3 × snare taken for clap". */
export function cellWords({ truth, predicted, count }: ConfusionCell): string {
  const what = truth === predicted ? `${truth} found` : `${truth} taken for ${predicted}`;
  return `${count} × ${what}`;
}

/**
 * A button for a cell, which plays its items one after the other, one at each click.
 * @param readout the line below that says what was chosen
 */
export function cellButton(
  cell: ConfusionCell,
  text: string,
  { play, describe, onCell }: CellActions,
  readout: HTMLElement,
): HTMLButtonElement {
  let next = 0;
  const button = element("button", { type: "button", "aria-label": cellWords(cell) }, text);
  button.addEventListener("click", async () => {
    const at = next % Math.max(1, cell.items.length);
    next = at + 1;
    const item = cell.items[at];
    const which = play && item !== undefined ? `: ${at + 1} of ${cell.items.length}` : "";
    const who = item !== undefined && describe ? `, ${describe(item)}` : "";
    readout.textContent = `${cellWords(cell)}${which}${which ? who : ""}`;
    onCell?.(cell);
    if (!play || item === undefined) return;
    button.dataset.active = "";
    try {
      await play(item);
    } finally {
      if (next === at + 1) delete button.dataset.active;
    }
  });
  return button;
}
