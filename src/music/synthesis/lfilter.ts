import { requireSignal, type Signal } from "../base/signal.ts";
import { type BiquadOptions, biquadOf } from "./biquad.ts";

/**
 * A signal through a filter: a[0] y[n] = Σ b[i] x[n − i] − Σ a[i] y[n − i], from rest (scipy.signal.lfilter). Throws when
 * a coefficient is no number or a[0] is 0, and when the filter is so unstable that it runs out of numbers.
 *
 * @param b coefficients of what comes in
 * @param a coefficients of what has come out; [1] for none
 * @param y the samples
 * @example
 * const click = Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0);
 * music.lfilter([0.5], [1, -0.5], click)
 */
export function lfilter(b: readonly number[], a: readonly number[], y: Signal): Float64Array {
  requireSignal(y, "lfilter");
  requireCoefficients(b, a, "lfilter");
  return filtered(b, a, y, "lfilter");
}

/**
 * A signal through a filter of the cookbook: what `biquad` gives, applied. Throws when an option is not right.
 *
 * @param y the samples
 * @example
 * const y = music.noise({sr: 8000, duration: 0.5});
 * play({y: music.biquadFilter(y, {type: "bandpass", hz: 800, q: 20, sr: 8000}), sr: 8000})
 */
export function biquadFilter(y: Signal, options: BiquadOptions): Float64Array {
  requireSignal(y, "biquadFilter");
  const { b, a } = biquadOf(options, "biquadFilter");
  return filtered(b, a, y, "biquadFilter");
}

/** {@link lfilter} of what is known to be right: transposed direct form II, which rounds least. */
export function filtered(
  b: readonly number[],
  a: readonly number[],
  y: Signal,
  caller: string,
): Float64Array {
  const order = Math.max(a.length, b.length) - 1;
  const [forward, back] = [b, a].map((all) =>
    Float64Array.from({ length: order + 1 }, (_, i) => (all[i] ?? 0) / a[0]),
  );
  const state = new Float64Array(order + 1);
  const out = new Float64Array(y.length);
  for (let n = 0; n < y.length; n++) {
    const x = y[n];
    const value = forward[0] * x + state[0];
    for (let i = 1; i <= order; i++) state[i - 1] = forward[i] * x - back[i] * value + state[i];
    out[n] = value;
  }
  // A filter that is not stable leaves the numbers for good.
  if (!Number.isFinite(out[out.length - 1])) {
    throw new RangeError(
      `${caller}: the filter with a = [${a}] is not stable; its output grows without end.`,
    );
  }
  return out;
}

/** Throws unless b and a are lists of numbers and a does not begin with 0. */
export function requireCoefficients(b: readonly number[], a: readonly number[], caller: string): void {
  for (const [name, values] of [
    ["b", b],
    ["a", a],
  ] as const) {
    if (!Array.isArray(values) || values.length === 0 || !values.every(Number.isFinite)) {
      throw new RangeError(`${caller}: ${name} is [${values}]; it must be a list of at least one number.`);
    }
  }
  if (a[0] === 0) throw new RangeError(`${caller}: a[0] is 0; it must be another number.`);
}
