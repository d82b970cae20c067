import { requireAtMost, requirePositive, requireWhole } from "./signal.ts";

/** How frames follow each other. */
export type FrameTimeOptions = {
  /** Samples a second. */
  sr: number;
  /** Samples from one frame to the next. Default 512. */
  hopLength?: number;
};

// A time that was made from a frame and lost its last digit still belongs to that frame.
const ROUNDING_SAMPLES = 1e-6;

const MOST_FRAMES = 2 ** 28;

/**
 * The sample on which a frame is centred: frame × hopLength (librosa.frames_to_samples).
 *
 * @param frame the number of a frame, from 0
 * @example
 * music.framesToSamples(10, {hopLength: 256})
 */
export function framesToSamples(
  frame: number,
  {
    hopLength = 512,
  }: {
    /** Samples from one frame to the next. Default 512. */
    hopLength?: number;
  } = {},
): number {
  requireNumber(frame, "frame", "framesToSamples");
  requireWhole(hopLength, 1, "hopLength", "framesToSamples");
  return frame * hopLength;
}

/**
 * The last frame that is centred on a sample or before it (librosa.samples_to_frames).
 *
 * @param sample the number of a sample, from 0
 * @example
 * music.samplesToFrames(2560, {hopLength: 256})
 */
export function samplesToFrames(
  sample: number,
  {
    hopLength = 512,
  }: {
    /** Samples from one frame to the next. Default 512. */
    hopLength?: number;
  } = {},
): number {
  requireNumber(sample, "sample", "samplesToFrames");
  requireWhole(hopLength, 1, "hopLength", "samplesToFrames");
  return Math.floor(sample / hopLength);
}

/**
 * The time in seconds on which a frame is centred (librosa.frames_to_time).
 *
 * @param frame the number of a frame, from 0
 * @example
 * music.framesToTime(43, {sr: 22050})
 */
export function framesToTime(frame: number, { sr, hopLength = 512 }: FrameTimeOptions): number {
  requireNumber(frame, "frame", "framesToTime");
  requirePositive(sr, "sr", "framesToTime");
  requireWhole(hopLength, 1, "hopLength", "framesToTime");
  return (frame * hopLength) / sr;
}

/**
 * The last frame that is centred on a time or before it (librosa.time_to_frames).
 *
 * @param seconds a time
 * @example
 * music.timeToFrames(1, {sr: 22050})
 */
export function timeToFrames(seconds: number, { sr, hopLength = 512 }: FrameTimeOptions): number {
  requireNumber(seconds, "seconds", "timeToFrames");
  requirePositive(sr, "sr", "timeToFrames");
  requireWhole(hopLength, 1, "hopLength", "timeToFrames");
  return Math.floor((seconds * sr + ROUNDING_SAMPLES) / hopLength);
}

/**
 * The times in seconds on which the frames 0 … count − 1 are centred (librosa.times_like): what a curve is drawn over.
 *
 * @param count how many frames
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-i / 800)); // a stroke
 * const level = music.rms(y);
 * const times = music.timesLike(level.length, {sr: 8000});
 * Plot.plot({height: 150, x: {label: "s"}, marks: [Plot.line(times, {x: (t) => t, y: level})]})
 */
export function timesLike(count: number, { sr, hopLength = 512 }: FrameTimeOptions): Float64Array {
  requireWhole(count, 0, "count", "timesLike");
  requireAtMost(count, MOST_FRAMES, "count", "timesLike");
  requirePositive(sr, "sr", "timesLike");
  requireWhole(hopLength, 1, "hopLength", "timesLike");
  return Float64Array.from({ length: count }, (_, t) => (t * hopLength) / sr);
}

function requireNumber(value: number, name: string, caller: string): void {
  if (!Number.isFinite(value)) {
    throw new RangeError(`${caller}: ${name} is ${value}; it must be a finite number.`);
  }
}
