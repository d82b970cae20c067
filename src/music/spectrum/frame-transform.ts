import { frameCount, padded } from "../base/frames.ts";
import { realFft } from "../base/real-fft.ts";
import { requirePowerOfTwo, requireSignal, requireWhole, type Signal } from "../base/signal.ts";
import { type WindowName, windowSamples } from "../base/window.ts";

/** How a short-time Fourier transform is taken. */
export type StftOptions = {
  /** Samples in a transform; a power of two. Default 2048. */
  nFft?: number;
  /** Samples from one frame to the next. Default a quarter of winLength. */
  hopLength?: number;
  /** Samples in the window, which stands in the middle of the transform, zeros about it. Default nFft. */
  winLength?: number;
  /** What the ends of a frame are faded with, or not ("boxcar"). Default "hann". */
  window?: WindowName;
  /** True (default): frame t is centred on sample t × hopLength, with silence beyond the ends. */
  center?: boolean;
};

/** The options of a transform, all of them known and right. */
export type Framing = {
  nFft: number;
  hopLength: number;
  center: boolean;
  /** nFft samples: the window with the zeros about it. */
  weights: Float64Array;
};

/** What the options of a transform amount to. Throws when one is wrong. */
export function framing(options: StftOptions, caller: string): Framing {
  const { nFft = 2048, window = "hann", center = true } = options;
  requirePowerOfTwo(nFft, "nFft", caller);
  const { winLength = nFft } = options;
  requireWhole(winLength, 1, "winLength", caller);
  if (winLength > nFft) {
    throw new RangeError(
      `${caller}: winLength is ${winLength}; it must not be above nFft, which is ${nFft}.`,
    );
  }
  const { hopLength = Math.max(1, Math.floor(winLength / 4)) } = options;
  requireWhole(hopLength, 1, "hopLength", caller);
  let weights = windowSamples(window, winLength, caller);
  if (winLength < nFft) {
    weights = new Float64Array(nFft);
    weights.set(windowSamples(window, winLength, caller), Math.floor((nFft - winLength) / 2));
  }
  return { nFft, hopLength, center, weights };
}

/** The frames of one signal, each of which can be transformed in turn. */
export type FrameTransform = {
  frames: number;
  bins: number;
  /** Writes the bins of frame t to `re` and `im`, from `offset` on. */
  transform: (t: number, re: Float64Array, im: Float64Array, offset: number) => void;
};

/** Cuts `y` into windowed frames. Throws as {@link framing} does, and when the signal is no signal or too short. */
export function frameTransform(y: Signal, options: StftOptions, caller: string): FrameTransform {
  requireSignal(y, caller);
  const { nFft, hopLength, center, weights } = framing(options, caller);
  const fft = realFft(nFft);
  const samples = padded(y, nFft, center);
  const frame = new Float64Array(nFft);
  return {
    frames: frameCount(samples.length, nFft, hopLength, caller),
    bins: 1 + nFft / 2,
    transform(t, re, im, offset) {
      const start = t * hopLength;
      for (let i = 0; i < nFft; i++) frame[i] = samples[start + i] * weights[i];
      fft.transform(frame, re, im, offset);
    },
  };
}
