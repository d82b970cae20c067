import { svgElement } from "../../element.ts";
import type { RollNote } from "./compare-notes.ts";
import { noteOf } from "./frequency-scale.ts";
import { falseHatch } from "./hatch.ts";
import type { PlotBox } from "./plot-box.ts";

const blackKeys = new Set([1, 3, 6, 8, 10]);
const labelPixels = 13;

/** The name of a MIDI number. */
export function midiName(midi: number): string {
  return noteOf(440 * 2 ** ((midi - 69) / 12));
}

/**
 * The keys of a roll: whole octaves where there is room in the range, at least twelve keys.
 *
 * @returns the lowest and the highest key
 */
export function keyRange(midis: readonly number[], lowest?: number, highest?: number): [number, number] {
  const rounded = midis.map(Math.round);
  const from = lowest ?? rounded.reduce((a, b) => Math.min(a, b), rounded[0] ?? 60) - 1;
  const to = highest ?? rounded.reduce((a, b) => Math.max(a, b), rounded[0] ?? 71) + 1;
  const missing = Math.max(0, 11 - (to - from));
  return [lowest ?? from - Math.floor(missing / 2), highest ?? to + Math.ceil(missing / 2)];
}

/** Which keys are named on the axis: all if there is room, else C, E and G, else the Cs. */
export function namedKeys(low: number, high: number, pixelsPerKey: number): number[] {
  const keys = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  if (pixelsPerKey >= labelPixels) return keys;
  // C, E and G are three semitones apart or more.
  if (pixelsPerKey * 3 >= labelPixels) return keys.filter((midi) => [0, 4, 7].includes(midi % 12));
  return keys.filter((midi) => midi % 12 === 0);
}

function ground(box: PlotBox, low: number, high: number): SVGElement[] {
  const pixels = box.height / (high - low + 1);
  const keys = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const rows = keys
    .filter((midi) => blackKeys.has(((midi % 12) + 12) % 12))
    .map((midi) =>
      svgElement("rect", {
        x: box.left,
        y: box.y(midi + 0.5),
        width: box.width,
        height: pixels,
        class: "etude-roll-black",
      }),
    );
  const lines = keys
    .filter((midi) => midi % 12 === 0)
    .map((midi) =>
      svgElement("line", {
        x1: box.left,
        x2: box.left + box.width,
        y1: box.y(midi - 0.5),
        y2: box.y(midi - 0.5),
        class: "etude-roll-octave",
      }),
    );
  const names = namedKeys(low, high, pixels).map((midi) =>
    svgElement(
      "text",
      { x: box.left - 6, y: box.y(midi), dy: "0.32em", "text-anchor": "end" },
      midiName(midi),
    ),
  );
  return [svgElement("g", {}, ...rows, ...lines), svgElement("g", { class: "etude-time-axis" }, ...names)];
}

/** The parts of a piano roll between two times. */
export function rollParts(
  notes: readonly RollNote[],
  [low, high]: readonly [number, number],
  box: PlotBox,
  from: number,
  to: number,
  colorOf: (note: RollNote) => string | undefined = () => undefined,
): SVGElement[] {
  const { defs, fill } = falseHatch();
  const pixels = box.height / (high - low + 1);
  const inset = Math.min(1, pixels / 8);
  const seen = notes.filter(
    ({ onset, offset, midi }) => offset >= from && onset <= to && midi >= low - 0.5 && midi <= high + 0.5,
  );
  const bars = seen.map((note) => {
    const { onset, offset, midi, kind } = note;
    const color = kind === "false" ? fill : colorOf(note);
    const left = box.x(Math.max(from, onset));
    return svgElement("rect", {
      x: left,
      y: box.y(midi + 0.5) + inset,
      // A gap of a pixel keeps repeated notes apart; a short one stays visible.
      width: Math.max(2, box.x(Math.min(to, offset)) - left - 1),
      height: Math.max(2, pixels - 2 * inset),
      rx: Math.min(3, pixels / 4),
      class: `etude-note-${kind}`,
      style: color && `fill: ${color}`,
    });
  });
  return [defs, ...ground(box, low, high), svgElement("g", {}, ...bars)];
}
