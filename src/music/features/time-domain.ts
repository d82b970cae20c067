import { type FrameOptions, frameCount, type Padding, padded } from "../base/frames.ts";
import { requireSignal, type Signal } from "../base/signal.ts";

// librosa takes anything this small for zero, so that a whisper of rounding noise has no crossings.
const SILENCE = 1e-10;

/**
 * The root of the mean square of each frame (librosa.feature.rms).
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-i / 800)); // a stroke
 * display(music.rms(y, {frameLength: 512, hopLength: 256}));
 */
export function rms(y: Signal, options: FrameOptions = {}): Float64Array {
  return perFrame(y, options, "constant", "rms", (samples, start, length) => {
    let sum = 0;
    for (let i = start; i < start + length; i++) sum += samples[i] * samples[i];
    return Math.sqrt(sum / length);
  });
}

/**
 * The share of samples in each frame at which the sign changes (librosa.feature.zero_crossing_rate).
 * A sine of f Hz has 2 f / sr.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.zeroCrossingRate(y)[5] * 8000 / 2); // about 440
 */
export function zeroCrossingRate(y: Signal, options: FrameOptions = {}): Float64Array {
  return perFrame(y, options, "edge", "zeroCrossingRate", (samples, start, length) => {
    let crossings = 0;
    for (let i = start + 1; i < start + length; i++) {
      if (samples[i] < -SILENCE !== samples[i - 1] < -SILENCE) crossings++;
    }
    return crossings / length;
  });
}

function perFrame(
  y: Signal,
  { frameLength = 2048, hopLength = 512, center = true }: FrameOptions,
  padding: Padding,
  caller: string,
  measure: (samples: Float64Array, start: number, length: number) => number,
): Float64Array {
  requireSignal(y, caller);
  const samples = padded(y, frameLength, center, padding);
  const frames = frameCount(samples.length, frameLength, hopLength, caller);
  return Float64Array.from({ length: frames }, (_, t) => measure(samples, t * hopLength, frameLength));
}
