import { requireShare } from "../base/signal.ts";
import { harmonicWave, type Partial, partialCount } from "./harmonic-wave.ts";
import { sampleCount } from "./sample-count.ts";
import { requireAudible } from "./tone.ts";

/** The classic waves. */
export type WaveShape = "sine" | "saw" | "square" | "pulse" | "triangle";

/** How a wave is made. */
export type OscillatorOptions = {
  /** Which wave. Default "saw". */
  shape?: WaveShape;
  /** Its frequency, in Hz. */
  hz: number;
  /** Samples a second. */
  sr: number;
  /** How long it is, in seconds. Default 1. */
  duration?: number;
  /** The part of a period for which a pulse is up. Default 0.25. */
  width?: number;
};

/** The Fourier series of each wave: its partial k. */
const partials: Record<WaveShape, (k: number, width: number) => Partial> = {
  sine: (k) => ({ amplitude: k === 1 ? 1 : 0, phase: 0 }),
  saw: (k) => ({ amplitude: -2 / (Math.PI * k), phase: 0 }),
  square: (k) => ({ amplitude: k % 2 === 0 ? 0 : 4 / (Math.PI * k), phase: 0 }),
  pulse: (k, width) => ({
    amplitude: (4 / (Math.PI * k)) * Math.sin(Math.PI * k * width),
    phase: Math.PI / 2 - Math.PI * k * width,
  }),
  triangle: (k) => ({
    amplitude: k % 2 === 0 ? 0 : -8 / (Math.PI * k) ** 2,
    phase: Math.PI / 2,
  }),
};

/**
 * A saw, square, pulse, triangle or sine wave without aliasing: the sum of all partials below half the sample rate,
 * and of no other. Without that limit it would be scipy.signal's sawtooth or square between −1 and 1 (a pulse less its
 * mean); the limit makes it ripple beside its jumps, up to 1.2 (Gibbs). Throws when `hz` is at half the sample rate or
 * above.
 *
 * @example
 * const y = music.oscillator({shape: "saw", hz: 220, sr: 22050, duration: 0.02});
 * Plot.plot({height: 120, marks: [Plot.lineY(y)]})
 */
export function oscillator(options: OscillatorOptions): Float64Array {
  return wave(options, "oscillator");
}

/** {@link oscillator}, for a caller whose name the errors bear. */
export function wave(options: OscillatorOptions, caller: string): Float64Array {
  const { shape = "saw", hz, sr, duration = 1, width = 0.25 } = options;
  const count = sampleCount(duration, sr, caller);
  requireAudible(hz, "hz", sr, caller);
  requireShare(width, "width", caller);
  if (!Object.hasOwn(partials, shape)) {
    const names = Object.keys(partials).map((name) => `"${name}"`);
    throw new RangeError(`${caller}: shape is "${shape}"; it must be one of ${names.join(", ")}.`);
  }
  const length = shape === "sine" ? 1 : partialCount(hz, sr, caller);
  const series = Array.from({ length }, (_, i) => partials[shape](i + 1, width));
  return harmonicWave(series, hz, sr, count);
}
