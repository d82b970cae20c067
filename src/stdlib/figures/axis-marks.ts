import { axisX, axisY, type Markish } from "@observablehq/plot";
import { readable } from "./data-table.ts";

/** Text of a tick; numbers are rounded to what can be read off a figure. */
type TickText = (value: never) => string;

/** A horizontal axis in the style of this course: its name in the middle below; `upright` turns its texts. */
export function xAxis(
  ticks: readonly unknown[],
  label: string | null,
  text?: TickText,
  upright = false,
): Markish {
  const shown = { text: text ?? readable, label, labelArrow: "none", labelAnchor: "center", tickSize: 4 };
  return axisX([...ticks], { ...shown, tickRotate: upright ? -90 : 0 } as object);
}

/** A vertical axis in the style of this course: its name above it. */
export function yAxis(ticks: readonly unknown[], label: string | null, text?: TickText): Markish {
  const shown = { text: text ?? readable, label, labelArrow: "none", labelAnchor: "top", tickSize: 4 };
  return axisY([...ticks], shown as object);
}

/** Keeps words readable where a line runs through them. */
export const halo = { stroke: "var(--etude-paper)", strokeWidth: 4 } as const;
