import type { FrameOptions } from "../base/frames.ts";
import { requirePositive, requireSignal, type Signal } from "../base/signal.ts";
import { levels } from "../features/rms.ts";

/** What counts as silence. */
export type SilenceOptions = Omit<FrameOptions, "center"> & {
  /** A frame is silent when its level is this far below the loudest frame's, in dB, or farther. Default 60. */
  topDb?: number;
};

/** Samples start … end − 1 of a sound. */
export type Interval = {
  /** The first sample. */
  start: number;
  /** The sample behind the last. */
  end: number;
};

const LEAST_AMPLITUDE = 1e-5;

/** The runs of frames that are not silent, in samples, one after the other. */
export function nonSilent(y: Signal, options: SilenceOptions, caller: string): Interval[] {
  const { topDb = 60, frameLength = 2048, hopLength = 512 } = options;
  requireSignal(y, caller);
  requirePositive(topDb, "topDb", caller);
  const rms = levels(y, { frameLength, hopLength }, caller);
  const loudest = rms.reduce((most, level) => Math.max(most, level), 0);
  const intervals: Interval[] = [];
  if (loudest === 0) return intervals;
  const decibels = (level: number) => 20 * Math.log10(Math.max(LEAST_AMPLITUDE, level));
  const threshold = decibels(loudest) - topDb;
  let open: Interval | undefined;
  for (let t = 0; t < rms.length; t++) {
    if (!(decibels(rms[t]) > threshold)) {
      open = undefined;
      continue;
    }
    const end = Math.min(y.length, (t + 1) * hopLength);
    if (open === undefined) {
      open = { start: Math.min(y.length, t * hopLength), end };
      intervals.push(open);
    }
    open.end = end;
  }
  return intervals;
}
