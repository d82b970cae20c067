import { element } from "../element.ts";

const lowest = -60;

/** A bar that shows how loud it is, from -60 to 0 dB of full scale. */
export interface LevelMeter {
  node: HTMLElement;
  /** Shows the peak of a piece of sound; falls slowly after a louder one. */
  show(piece: Float32Array): void;
}

/** By so much the bar falls from one piece to the next, in dB. */
const fallDb = 1.5;

export function levelMeter(): LevelMeter {
  const bar = element("span", { class: "etude-level-bar" });
  const node = element(
    "span",
    {
      class: "etude-level",
      role: "meter",
      "aria-label": "Level in dB",
      "aria-valuemin": lowest,
      "aria-valuemax": 0,
    },
    bar,
  );
  let level = lowest;
  return {
    node,
    show: (piece) => {
      let peak = 0;
      for (const sample of piece) peak = Math.max(peak, Math.abs(sample));
      level = Math.min(0, Math.max(lowest, level - fallDb, 20 * Math.log10(peak)));
      bar.style.inlineSize = `${(100 * (1 - level / lowest)).toFixed(1)}%`;
      bar.toggleAttribute("data-loud", level > -1);
      node.setAttribute("aria-valuenow", level.toFixed(0));
    },
  };
}
