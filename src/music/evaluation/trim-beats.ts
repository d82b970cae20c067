import { requireNumbers } from "./events.ts";

/** Which beats are kept. */
export type TrimBeatsOptions = {
  /** The earliest time that is kept, in seconds. Default 5. */
  minBeatTime?: number;
};

/**
 * The beats from `minBeatTime` on (mir_eval.beat.trim_beats): trackers and listeners need some seconds to find the
 * beat, so that it is usual to leave them out of reference and estimate before comparing. Throws when a beat is not a
 * finite number.
 *
 * @param beats times in seconds
 * @example
 * music.trimBeats([0.5, 2.5, 4.5, 6.5, 8.5])
 */
export function trimBeats(beats: ArrayLike<number>, options: TrimBeatsOptions = {}): Float64Array {
  const { minBeatTime = 5 } = options;
  requireNumbers(beats, "beats", "trimBeats");
  return Float64Array.from(beats).filter((beat) => beat >= minBeatTime);
}
