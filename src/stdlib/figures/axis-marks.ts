import { axisX, axisY, type Markish } from "@observablehq/plot";
import { readable } from "./data-table.ts";

/** Text of a tick; numbers are rounded to what can be read off a figure. */
type TickText = (value: never) => string;

/** A horizontal axis in the style of this course: round ticks, its name in the middle below. */
export function xAxis(ticks: readonly unknown[], label: string | null, text?: TickText): Markish {
  const shown = { text: text ?? readable, label, labelArrow: "none", labelAnchor: "center", tickSize: 4 };
  return axisX([...ticks], shown as object);
}

/** A vertical axis in the style of this course: its name above it. */
export function yAxis(ticks: readonly unknown[], label: string | null, text?: TickText): Markish {
  const shown = { text: text ?? readable, label, labelArrow: "none", labelAnchor: "top", tickSize: 4 };
  return axisY([...ticks], shown as object);
}

/** Keeps words readable where a line runs through them. */
export const halo = { stroke: "var(--etude-paper)", strokeWidth: 4 } as const;
