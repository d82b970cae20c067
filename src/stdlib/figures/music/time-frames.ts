import { checkNumbers, checkPositive } from "./check-cells.ts";

/** How the times of frames are told: one by one, or by a rate. */
export interface FrameTimesOptions {
  /** Samples a second of the sound. */
  sr?: number;
  /** Samples from one frame to the next; default 512. */
  hopLength?: number;
  /** The seconds of each frame's middle, at equal distances; default what `sr` and `hopLength` say. */
  times?: ArrayLike<number>;
}

/** Frames at equal distances. */
export interface FrameTimes {
  /** The middle of the first frame in seconds, and the distance to the next. */
  start: number;
  hop: number;
}

/**
 * The times of some frames: from `times`, else from the rate.
 *
 * @param own times that the data itself brings along
 * @throws TypeError when neither is there.
 */
export function frameTimes(
  owner: string,
  count: number,
  options: FrameTimesOptions,
  own?: ArrayLike<number>,
): FrameTimes {
  const times = options.times ?? own;
  if (times === undefined) {
    const { sr, hopLength = 512 } = options;
    checkPositive(owner, "sr", sr, "22050");
    checkPositive(owner, "hopLength", hopLength, "512");
    return { start: 0, hop: hopLength / sr };
  }
  checkNumbers(owner, "times", times, "music.timesLike(…)");
  if (times.length !== count) {
    throw new RangeError(`${owner}: times has ${times.length} numbers, but there are ${count} frames.`);
  }
  const start = times[0] ?? 0;
  const hop = count > 1 ? (times[count - 1]! - start) / (count - 1) : 1;
  return { start, hop: hop > 0 ? hop : 1 };
}

/** The seconds that frames take, from half a frame before the first to half a frame after the last; never below 0. */
export function frameSpan({ start, hop }: FrameTimes, count: number): [number, number] {
  return [Math.max(0, start - hop / 2), start + (Math.max(1, count) - 0.5) * hop];
}
