import { type PlotOptions, plot } from "@observablehq/plot";

/** Room around a plot in pixels. */
const margins = { marginTop: 28, marginRight: 16, marginBottom: 44, marginLeft: 48 };

/** A plot that can be asked where a value stands. */
export type Drawing = ReturnType<typeof plot>;

/** Plot with the margins, the type and the colours of this course. */
export function drawing(options: PlotOptions & { width: number; height: number }): Drawing {
  return plot({
    ...margins,
    style: { background: "none", color: "var(--etude-ink)", fontSize: "13px", fontFamily: "inherit" },
    className: "etude-plot",
    ...options,
  });
}
