import { element } from "../../element.ts";
import type { PlotBox } from "./plot-box.ts";

/** Moves a playhead to a time in seconds; hides it where there is none. */
export type ShowPosition = (seconds: number | null | undefined) => void;

/** How a figure over time is heard. */
export interface PlayOptions {
  /**
   * Plays from a time in seconds, on a click or Enter. It is handed a function as well, to be called with the time
   * that sounds, and with null at the end: that moves the playhead. May answer with a promise of the end.
   */
  play?: (seconds: number, show: ShowPosition) => unknown;
  /** Is handed that function once, for a player that stands elsewhere. */
  position?: (show: ShowPosition) => void;
}

/**
 * Puts a playhead over a drawing.
 *
 * @param box the element that holds the drawing
 * @param plot where the plot lies, as it is drawn now
 * @returns what moves it
 */
export function playhead(box: HTMLElement, plot: () => PlotBox): ShowPosition {
  const line = element("div", { class: "etude-playline" });
  let shown: number | null | undefined;
  const show: ShowPosition = (seconds) => {
    shown = seconds;
    const { left, top, width, height, x } = plot();
    const at = typeof seconds === "number" ? x(seconds) : Number.NaN;
    const inside = at >= left - 0.5 && at <= left + width + 0.5;
    line.toggleAttribute("data-shown", inside);
    if (!inside) return;
    line.style.insetBlockStart = `${top}px`;
    line.style.blockSize = `${height}px`;
    line.style.translate = `${at.toFixed(1)}px`;
  };
  box.addEventListener("etude-redraw", () => show(shown));
  box.append(line);
  return show;
}
