import { requirePositive } from "../base/signal.ts";

// An hour at 44.1 kHz; more would not fit into a browser's memory.
const MOST_SAMPLES = 2 ** 27;

/** How many samples a duration has: the nearest whole number, and at least one. Throws when it is too long. */
export function sampleCount(duration: number, sr: number, caller: string): number {
  requirePositive(sr, "sr", caller);
  requirePositive(duration, "duration", caller);
  const count = Math.max(1, Math.round(duration * sr));
  if (count > MOST_SAMPLES) {
    throw new RangeError(
      `${caller}: duration is ${duration}, which are ${count} samples; it must be at most ${Math.floor(MOST_SAMPLES / sr)} s at this sr.`,
    );
  }
  return count;
}
