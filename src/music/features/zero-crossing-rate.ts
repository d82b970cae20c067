import { type FrameOptions, frameCount } from "../base/frames.ts";
import { LONGEST_FRAME, requireAtMost, requireSignal, requireWhole, type Signal } from "../base/signal.ts";

// librosa takes anything this small for zero, so that a whisper of rounding noise has no crossings.
const SILENCE = 1e-10;

/**
 * The share of samples in each frame at which the sign changes (librosa.feature.zero_crossing_rate: 2048 samples, a hop
 * of 512, the first and last sample held beyond the ends). A sine of f Hz has 2 f / sr. Throws when an uncentred signal
 * is shorter than one frame.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.zeroCrossingRate(y)[5] * 8000 / 2); // about 440
 */
export function zeroCrossingRate(y: Signal, options: FrameOptions = {}): Float64Array {
  requireSignal(y, "zeroCrossingRate");
  return crossingRates(y, options, "zeroCrossingRate");
}

/** {@link zeroCrossingRate} of what is known to be a signal, for a caller whose name the errors bear. */
export function crossingRates(y: Signal, options: FrameOptions, caller: string): Float64Array {
  const { frameLength = 2048, hopLength = 512, center = true } = options;
  requireWhole(frameLength, 1, "frameLength", caller);
  requireAtMost(frameLength, LONGEST_FRAME, "frameLength", caller);
  const margin = center ? frameLength >> 1 : 0;
  const rate = new Float64Array(frameCount(y.length + 2 * margin, frameLength, hopLength, caller));
  const crossings = crossingsUpTo(y);
  const upTo = (i: number) => crossings[Math.max(0, Math.min(i, y.length - 1))];
  for (let t = 0; t < rate.length; t++) {
    // Beyond the ends the sign does not change.
    const start = t * hopLength - margin;
    rate[t] = (upTo(start + frameLength - 1) - upTo(start)) / frameLength;
  }
  return rate;
}

/** For each sample, how often the sign has changed from the first one up to it. */
function crossingsUpTo(samples: Signal): Int32Array {
  const crossings = new Int32Array(samples.length);
  let before = samples[0] < -SILENCE ? 1 : 0;
  for (let i = 1; i < samples.length; i++) {
    const below = samples[i] < -SILENCE ? 1 : 0;
    crossings[i] = crossings[i - 1] + (below ^ before);
    before = below;
  }
  return crossings;
}
