import { cell, text } from "@observablehq/plot";
import { uniqueLabels } from "../../learn/base/labels.ts";
import { checkSettings } from "../check-arguments.ts";
import { xAxis, yAxis } from "./axis-marks.ts";
import { linearTicks } from "./axis-ticks.ts";
import { classLegend, classMark } from "./class-marks.ts";
import { type Drawing, drawing } from "./drawing.ts";
import { figure } from "./figure.ts";
import { gridEnds } from "./grid-ends.ts";
import { gridCellAt, gridStep } from "./grid-step.ts";
import { classIndex } from "./labelled-points.ts";
import { pickPoints } from "./point-picker.ts";

export interface LabelGridOptions {
  /** How many stand in a row; default 16. */
  perRow?: number;
  /** The labels in the order of their letters and colours; default those that occur, sorted. */
  labelNames?: readonly string[];
  /** What is written into the cells for each label; default the letters a, b, c and so on. */
  letters?: readonly string[];
  /** What the rows are, one by one; default the number of their first place, from 1. */
  rowNames?: readonly string[];
  /** What a place in a row is, such as "bar". */
  placesName?: string;
  /** What one place is called; default its number from 1. */
  describe?: (index: number) => string;
  /** Plays what stands at a place, on a click or Enter; may answer with a promise of its end. */
  play?: (index: number) => unknown;
  /** Title; default "Labels in their order". */
  name?: string;
  /** Text below. */
  caption?: string;
  /** Width in pixels; default 640. */
  width?: number;
}

const rowHeight = 30;
const margins = { top: 12, bottom: 44, right: 16 };
const letterWidth = 7;
const usualMargin = 44;
const alphabet = "abcdefghijklmnopqrstuvwxyz";

/** The letter of a label: a to z, then a1 to z1. */
function letterOf(place: number): string {
  const round = Math.floor(place / alphabet.length);
  return `${alphabet[place % alphabet.length]}${round || ""}`;
}

/** How strongly a cell has its class's colour: pale enough for ink on it. */
const fillOf = (place: number) => `color-mix(in oklab, ${classMark(place).color} 38%, var(--etude-paper))`;

/**
 * A sequence of labels in reading order, each a cell with a letter and a colour: the clusters of the bars of a piece,
 * the states of a melody. With as many in a row as a part of the piece has bars, what comes back stands below itself.
 *
 * @param labels the label of each place: its name, or its place in `labelNames`
 * @throws TypeError when labels is no list, RangeError when a label is unknown or the rows do not fit.
 * @example
 * display(labelGridFigure([0, 1, 0, 2, 0, 1, 0, 2, 3, 3, 1, 0], {
 *   perRow: 4,
 *   labelNames: ["tonic", "dominant", "cadence", "other"],
 *   placesName: "bar"
 * }));
 */
export function labelGridFigure(
  labels: ArrayLike<number | string>,
  options: LabelGridOptions = {},
): HTMLElement {
  checkSettings("labelGridFigure", options, '{perRow: 16, placesName: "bar"}');
  if (typeof labels !== "object" || labels === null || typeof labels.length !== "number") {
    throw new TypeError(
      "labelGridFigure: labels must be a list with the label of each place, such as [0, 1, 0].",
    );
  }
  const { perRow = 16, rowNames, placesName = "place", describe, play, width } = options;
  if (!Number.isInteger(perRow) || perRow < 1) {
    throw new RangeError(`labelGridFigure: perRow must be a whole number of 1 or more, but it is ${perRow}.`);
  }
  const count = labels.length;
  const rows = Math.max(1, Math.ceil(count / perRow));
  if (rowNames && rowNames.length !== rows) {
    throw new RangeError(
      `labelGridFigure: rowNames must name the ${rows} rows, but it has ${rowNames.length} names.`,
    );
  }
  const numbers = Array.from(labels).every((label) => typeof label === "number");
  const occurring = numbers
    ? Array.from(
        { length: 1 + Math.max(0, ...(Array.from(labels) as number[])) },
        (_, c) => `cluster ${c + 1}`,
      )
    : uniqueLabels(labels).map(String);
  const { labelNames = occurring } = options;
  const classes = Array.from(labels, (label) => classIndex(label, labelNames));
  const letters = labelNames.map((_, c) => options.letters?.[c] ?? letterOf(c));
  const sizes = labelNames.map((_, c) => classes.filter((each) => each === c).length);
  const rowAt = (row: number) => rowNames?.[row] ?? String(row * perRow + 1);
  const longest = Math.max(...Array.from({ length: rows }, (_, row) => rowAt(row).length));
  const height = margins.top + margins.bottom + rows * rowHeight;
  const places = Array.from(classes.keys());
  const across = (i: number) => i % perRow;
  const down = (i: number) => Math.floor(i / perRow);
  let drawn: Drawing;
  const draw = (at: number): Drawing => {
    const marginLeft = Math.max(usualMargin, 14 + letterWidth * longest);
    const ticks = new Map(
      (perRow > 1 ? linearTicks(1, perRow, (at - marginLeft) / 40, 1) : [1]).map((n) => [n - 1, n]),
    );
    const band = { type: "band", padding: 0.06, round: false } as const;
    drawn = drawing({
      width: at,
      height,
      marginTop: margins.top,
      marginRight: margins.right,
      marginBottom: margins.bottom,
      marginLeft,
      x: { ...band, domain: Array.from({ length: perRow }, (_, j) => j) },
      y: { ...band, domain: Array.from({ length: rows }, (_, i) => i) },
      marks: [
        cell(places, {
          x: across,
          y: down,
          fill: { value: (i: number) => fillOf(classes[i]!), scale: null } as never,
        }),
        text(places, {
          x: across,
          y: down,
          text: (i: number) => letters[classes[i]!]!,
          fontWeight: 600,
          fill: "var(--etude-ink)",
        }),
        xAxis([...ticks.keys()], placesName, ((place: number) => String(ticks.get(place))) as never),
        yAxis(
          Array.from({ length: rows }, (_, row) => row),
          null,
          rowAt as never,
        ),
      ],
    });
    return drawn;
  };
  const named = labelNames.map((name, c) => `${letters[c]}: ${name} (${sizes[c]})`);
  const told = `${count} places in ${rows} ${rows === 1 ? "row" : "rows"} of ${perRow}.`;
  const node = figure({
    name: options.name ?? "Labels in their order",
    description: `${told} ${named.join(", ")}.`,
    caption: options.caption,
    legend: classLegend(named),
    node: draw,
    width,
    height,
    table: () => ({
      columns: ["row", `labels of its ${perRow} places`],
      rows: Array.from({ length: rows }, (_, row) => [
        rowAt(row),
        classes
          .slice(row * perRow, (row + 1) * perRow)
          .map((c) => letters[c]!)
          .join(" "),
      ]),
    }),
  });
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  const readout = pickPoints(box, count, {
    invitation: play ? "Choose a cell to hear it." : "Choose a cell to read it.",
    describe: (i) => {
      const c = classes[i]!;
      return `${describe?.(i) ?? `${placesName} ${i + 1}`}: ${letters[c]}, ${labelNames[c]}`;
    },
    place: (i) => {
      const [x, y] = [drawn.scale("x")!, drawn.scale("y")!];
      return { x: x.apply(across(i)) + x.bandwidth! / 2, y: y.apply(down(i)) + y.bandwidth! / 2 };
    },
    at: (x, y) => {
      const found = gridCellAt(x, y, gridEnds(drawn), rows, perRow);
      return found !== undefined && found < count ? found : undefined;
    },
    step: (key, from) => {
      const next = gridStep(key, from, rows, perRow);
      return next === undefined ? undefined : Math.min(count - 1, next);
    },
    activate: play,
  });
  box.after(readout);
  return node;
}
