import { type FrameOptions, frameCount } from "../base/frames.ts";
import { LONGEST_FRAME, requireAtMost, requireSignal, requireWhole, type Signal } from "../base/signal.ts";

/**
 * The root of the mean square of each frame (librosa.feature.rms: 2048 samples, a hop of 512, silence beyond the ends).
 * Throws when an uncentred signal is shorter than one frame.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-i / 800)); // a stroke
 * display(music.rms(y, {frameLength: 512, hopLength: 256}));
 */
export function rms(y: Signal, options: FrameOptions = {}): Float64Array {
  requireSignal(y, "rms");
  return levels(y, options, "rms");
}

/** {@link rms} of what is known to be a signal, for a caller whose name the errors bear. */
export function levels(y: Signal, options: FrameOptions, caller: string): Float64Array {
  const { frameLength = 2048, hopLength = 512, center = true } = options;
  requireWhole(frameLength, 1, "frameLength", caller);
  requireAtMost(frameLength, LONGEST_FRAME, "frameLength", caller);
  const margin = center ? frameLength >> 1 : 0;
  const level = new Float64Array(frameCount(y.length + 2 * margin, frameLength, hopLength, caller));
  // Frames share whole blocks of this length, whose squares are added up once.
  const block = greatestCommonDivisor(frameLength, hopLength);
  const energies = new Float64Array(Math.floor((y.length + 2 * margin) / block));
  for (let i = 0; i < energies.length; i++) {
    const end = Math.min(y.length, (i + 1) * block - margin);
    let energy = 0;
    for (let n = Math.max(0, i * block - margin); n < end; n++) energy += y[n] * y[n];
    energies[i] = energy;
  }
  const [blocks, step] = [frameLength / block, hopLength / block];
  for (let t = 0; t < level.length; t++) {
    let sum = 0;
    for (let i = t * step; i < t * step + blocks; i++) sum += energies[i];
    level[t] = Math.sqrt(sum / frameLength);
  }
  return level;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
