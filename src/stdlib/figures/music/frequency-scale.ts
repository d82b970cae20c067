import { PITCH_CLASSES } from "../../../music/harmony/pitch-class.ts";
import { hzToMel, melToHz } from "../../../music/spectrum/mel-scale.ts";
import { linearTicks } from "../axis-ticks.ts";

/** How frequencies are spread: evenly, by octaves, or as the ear hears them. */
export type FrequencyAxis = "linear" | "log" | "mel";

/** Where a frequency stands between the lowest (0) and the highest (1), and back. */
export interface FrequencyScale {
  axis: FrequencyAxis;
  /** In Hz. */
  low: number;
  high: number;
  position(hz: number): number;
  hz(position: number): number;
}

/** A place on an axis from 0 to 1, and what is written there. */
export interface ScaleTick {
  position: number;
  label: string;
}

const spreads: Record<FrequencyAxis, [to: (hz: number) => number, back: (place: number) => number]> = {
  linear: [(hz) => hz, (place) => place],
  log: [Math.log2, (place) => 2 ** place],
  mel: [(hz) => hzToMel(Math.max(0, hz)), melToHz],
};

/** The scale of an axis between two frequencies in Hz; on a log axis `low` must be above 0. */
export function frequencyScale(axis: FrequencyAxis, low: number, high: number): FrequencyScale {
  const [to, back] = spreads[axis];
  const [first, last] = [to(low), to(high)];
  return {
    axis,
    low,
    high,
    position: (hz) => (to(hz) - first) / (last - first),
    hz: (position) => back(first + position * (last - first)),
  };
}

/** The ticks of a list that are at least so many pixels apart, from the first on. */
function spaced(ticks: readonly ScaleTick[], pixels: number, gap: number): ScaleTick[] {
  const kept: ScaleTick[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const tick of ticks) {
    if (tick.position < -1e-6 || tick.position > 1 + 1e-6 || (tick.position - before) * pixels < gap)
      continue;
    kept.push(tick);
    before = tick.position;
  }
  return kept;
}

/** A frequency as an axis writes it: 440, 1k, 2.5k. */
export function shortHz(hz: number): string {
  return hz < 1000 ? String(Number(hz.toPrecision(3))) : `${Number((hz / 1000).toPrecision(3))}k`;
}

const powers = [1, 10, 100, 1000, 10_000];

/** Round frequencies on an axis of so many pixels, not closer than `gap`; four or more where there is room. */
export function hzTicks(scale: FrequencyScale, pixels: number, gap = 20): ScaleTick[] {
  const { axis, low, high } = scale;
  const even = () => linearTicks(low, high, Math.max(2, pixels / (1.8 * gap)));
  const series = (factors: readonly number[]) => [
    0,
    ...powers.flatMap((power) => factors.map((f) => f * power)),
  ];
  const ways =
    axis === "linear" ? [even] : [() => series([1, 2, 5]), () => series([1, 2, 3, 4, 5, 6, 7, 8, 9]), even];
  let best: ScaleTick[] = [];
  for (const values of ways) {
    const ticks = values().map((hz) => ({ position: scale.position(hz), label: shortHz(hz) }));
    const kept = spaced(ticks, pixels, gap);
    if (kept.length > best.length) best = kept;
    if (best.length >= 4) break;
  }
  return best;
}

/** Degrees that are named, from all to the fewest, and how many semitones they are apart at least. */
const steps = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [0, 2, 4, 5, 7, 9, 11], [0, 4, 7], [0]];

/** The name of the nearest note in equal temperament, 440 Hz for A4. */
export function noteOf(hz: number): string {
  const midi = Math.round(69 + 12 * Math.log2(hz / 440));
  return `${PITCH_CLASSES[((midi % 12) + 12) % 12]}${Math.floor(midi / 12) - 1}`;
}

/** C1: below it there is little to name. */
const lowestNote = 24;

/** Notes of equal temperament on the axis: every semitone where there is room, else fewer, at least the Cs. */
export function noteTicks(scale: FrequencyScale, pixels: number, gap = 15): ScaleTick[] {
  const place = (midi: number) => scale.position(440 * 2 ** ((midi - 69) / 12));
  const midis = Array.from({ length: 128 - lowestNote }, (_, i) => lowestNote + i).filter((midi) => {
    const at = place(midi);
    return at >= -1e-6 && at <= 1 + 1e-6;
  });
  if (midis.length === 0) return [];
  // The lowest notes are the closest on a linear axis: there the Cs that have room are shown.
  const closest = Math.abs(place(midis[0]! + 1) - place(midis[0]!)) * pixels;
  const room = [1, 1, 3, 12];
  const level = steps.findIndex((_, i) => closest * room[i]! >= gap);
  const wanted = new Set(steps[level < 0 ? 3 : level]);
  const ticks = midis
    .filter((midi) => wanted.has(midi % 12))
    .map((midi) => ({ position: place(midi), label: noteOf(440 * 2 ** ((midi - 69) / 12)) }));
  return spaced(ticks, pixels, gap);
}
