import { linearTicks } from "../axis-ticks.ts";
import type { FigureTable } from "../data-table.ts";
import type { Cells } from "./cell-pixels.ts";
import { type FrequencyScale, hzTicks, noteOf, noteTicks } from "./frequency-scale.ts";
import type { HeatScene } from "./heat-drawing.ts";
import type { Levels } from "./levels.ts";
import type { PickedGrid } from "./picked-figure.ts";
import { seconds, timeTicks } from "./time-axis.ts";

/** Frequencies over time, ready to draw. */
export interface SpectrogramView {
  cells: Cells;
  levels: Levels;
  /** The level that is as quiet as what is not there, in dB below the loudest; above 0. */
  topDb: number;
  scale: FrequencyScale;
  /** Seconds from one frame to the next; frame t is centred on t of them. */
  hopSeconds: number;
  span: readonly [number, number];
  /** The place among the bins of a frequency: bin k lies from k to k + 1. */
  binAt(hz: number): number;
  /** The middle of a bin in Hz. */
  hzOf(bin: number): number;
}

/** Room for a frequency axis on the left and names of notes on the right. */
export const frequencyMargins = { top: 28, right: 34, bottom: 44, left: 44 };

/** The scene of a view; one unit of its y axis is the whole of the frequency axis. */
export function spectrogramScene(view: SpectrogramView): HeatScene {
  const { cells, levels, topDb, scale, hopSeconds, span, binAt } = view;
  return {
    cells,
    framesRun: "across",
    xDomain: span,
    yDomain: [0, 1],
    columnAt: (time) => time / hopSeconds + 0.5,
    rowAt: (position) => binAt(scale.hz(position)),
    share: (value) => 1 + levels.db(value) / topDb,
    xTicks: timeTicks(...span),
    yTicks: (pixels) => hzTicks(scale, pixels),
    rightTicks: (pixels) => noteTicks(scale, pixels),
    xLabel: "time (s)",
    yLabel: `frequency (Hz${scale.axis === "linear" ? "" : `, ${scale.axis} scale`})`,
    margins: frequencyMargins,
  };
}

/** Steps of the arrow keys up the frequency axis. */
const pickedRows = 96;

/** What is said about the places of a view. */
export function spectrogramPlaces(view: SpectrogramView): Omit<PickedGrid, "invitation"> {
  const { cells, scale, span, hopSeconds, binAt } = view;
  const first = Math.max(0, Math.floor(span[0] / hopSeconds + 0.5));
  const last = Math.min(cells.frames - 1, Math.ceil(span[1] / hopSeconds - 0.5));
  const columns = Math.max(1, last - first + 1);
  const time = (column: number) => (first + column) * hopSeconds;
  return {
    columns,
    rows: pickedRows,
    step: Math.max(1, Math.round(columns / 100)),
    values: (column, row) => ({ x: time(column), y: (row + 0.5) / pickedRows }),
    find: (x, y) => ({ column: Math.round(x / hopSeconds) - first, row: Math.floor(y * pickedRows) }),
    describe: (column, row) => {
      const hz = scale.hz((row + 0.5) / pickedRows);
      const bin = Math.min(cells.bins - 1, Math.max(0, Math.floor(binAt(hz))));
      return `${seconds(time(column))}, ${pitchText(hz)}: ${levelText(view, first + column, bin)}`;
    },
  };
}

function pitchText(hz: number): string {
  return hz >= 20 ? `${Math.round(hz)} Hz (${noteOf(hz)})` : `${Math.round(hz)} Hz`;
}

function levelText({ cells, levels, topDb }: SpectrogramView, frame: number, bin: number): string {
  const db = levels.db(cells.data[frame * cells.bins + bin]!);
  return db > -topDb ? `${db.toFixed(0).replace("-", "\u2212")} dB` : `below \u2212${topDb} dB`;
}

/** The strongest bin of a frame between the ends of the axis; undefined when all are silent. */
export function strongest({ cells, scale, binAt }: SpectrogramView, frame: number): number | undefined {
  const from = Math.max(0, Math.floor(binAt(scale.low)));
  const to = Math.min(cells.bins - 1, Math.floor(binAt(scale.high)));
  let best: number | undefined;
  for (let bin = from; bin <= to; bin++) {
    const value = cells.data[frame * cells.bins + bin]!;
    if (best === undefined || value > cells.data[frame * cells.bins + best]!) best = bin;
  }
  return best;
}

const tableRows = 40;

/** The strongest frequency at some times, for the table. */
export function spectrogramTable(view: SpectrogramView): FigureTable {
  const { cells, span, hopSeconds, hzOf, levels, topDb } = view;
  const times = linearTicks(...span, tableRows);
  const rows = times.map((time) => {
    const frame = Math.min(cells.frames - 1, Math.max(0, Math.round(time / hopSeconds)));
    const bin = strongest(view, frame);
    const db = bin === undefined ? Number.NaN : levels.db(cells.data[frame * cells.bins + bin]!);
    if (bin === undefined || !(db > -topDb)) return [time, "silent", "–", `below \u2212${topDb}`];
    const hz = hzOf(bin);
    return [time, Math.round(hz), hz >= 20 ? noteOf(hz) : "–", Math.round(db)];
  });
  return { columns: ["time (s)", "strongest frequency (Hz)", "nearest note", "level (dB)"], rows };
}
