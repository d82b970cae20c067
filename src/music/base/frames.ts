import { requireWhole, type Signal } from "./signal.ts";

/** How a signal is cut into frames. */
export type FrameOptions = {
  /** Samples a frame. Default 2048. */
  frameLength?: number;
  /** Samples from one frame to the next. Default 512. */
  hopLength?: number;
  /** True (default): frame t is centred on sample t × hopLength. False: it starts there. */
  center?: boolean;
};

/** `y` with half a frame of silence at both ends, or a copy of it when frames are not centred. */
export function padded(y: Signal, frameLength: number, center: boolean): Float64Array {
  const margin = center ? frameLength >> 1 : 0;
  const out = new Float64Array(y.length + 2 * margin);
  out.set(y, margin);
  return out;
}

/** The number of whole frames in `length` samples. Throws when there is none. */
export function frameCount(length: number, frameLength: number, hopLength: number, caller: string): number {
  requireWhole(hopLength, 1, "hopLength", caller);
  requireWhole(frameLength, 1, "frameLength", caller);
  if (length < frameLength) {
    throw new RangeError(
      `${caller}: the signal has ${length} samples, fewer than one frame of ${frameLength}: use a shorter frame or centre the frames.`,
    );
  }
  return 1 + Math.floor((length - frameLength) / hopLength);
}
