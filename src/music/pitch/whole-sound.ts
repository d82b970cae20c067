import type { Signal } from "../base/signal.ts";
import { FrameReader } from "./frame-reader.ts";
import type { ResolvedPitchOptions } from "./pitch-options.ts";
import type { Comparison } from "./whole-frames.ts";

/**
 * The frames of a sound that is there as a whole. A sound no longer than one frame is one frame, as long as itself,
 * and taken as it is: there is too little of it to tell noise from it.
 */
export function wholeSound(
  y: Signal,
  options: ResolvedPitchOptions,
  compare: Comparison,
): { reader: FrameReader; count: number } {
  const single = y.length <= options.frameLength;
  const used = single ? { ...options, frameLength: y.length, center: false, plain: true } : options;
  const count = frameCountOf(y.length, used);
  const reader = new FrameReader(used, compare, y.length + used.frameLength);
  const samples = Math.max(y.length, reader.needed(count - 1));
  reader.push(y, 0, samples);
  return { reader, count };
}

/** How many frames a sound of `length` samples has. */
export function frameCountOf(
  length: number,
  { center, frameLength, hopLength }: ResolvedPitchOptions,
): number {
  return 1 + Math.floor((center ? length : length - frameLength) / hopLength);
}
