import { requirePositive, requireSignal, type Signal } from "../base/signal.ts";
import { controlOf } from "./control.ts";

/** A filter whose corner may move. */
export type StateVariableOptions = {
  /** Samples a second. */
  sr: number;
  /** The corner, in Hz: one number, or one for each sample (its last one holds on). */
  cutoff: number | Signal;
  /** Which output is heard. Default "lowpass". */
  type?: "lowpass" | "bandpass" | "highpass";
  /** How sharp it is: at the corner the level is 20 log₁₀ q. Default 0.7071, the flattest. */
  q?: number;
};

/** Nearer to half the sample rate the formula's tangent would not be a usable number any more. */
const HIGHEST_SHARE = 0.49;

/**
 * A signal through a state variable filter, which may be swept without a click and is stable wherever its corner
 * goes (Simper, Solving the Continuous SVF Equations Using Trapezoidal Integration, 2013). With a corner that stays it
 * equals `biquadFilter`. A corner above 0.49 of the sample rate counts as being there. Throws when an option is not
 * right.
 *
 * @param y the samples
 * @example
 * const y = music.oscillator({shape: "saw", hz: 110, sr: 22050, duration: 0.5});
 * const sweep = Float64Array.from(y, (_, i) => 200 * 2 ** (5 * i / y.length)); // five octaves up
 * play({y: music.stateVariableFilter(y, {sr: 22050, cutoff: sweep, q: 5}), sr: 22050})
 */
export function stateVariableFilter(y: Signal, options: StateVariableOptions): Float64Array {
  const { sr, cutoff, type = "lowpass", q = Math.SQRT1_2 } = options;
  requireSignal(y, "stateVariableFilter");
  requirePositive(sr, "sr", "stateVariableFilter");
  requirePositive(q, "q", "stateVariableFilter");
  if (type !== "lowpass" && type !== "bandpass" && type !== "highpass") {
    throw new RangeError(
      `stateVariableFilter: type is "${type}"; it must be "lowpass", "bandpass" or "highpass".`,
    );
  }
  const corners = controlOf(cutoff, "cutoff", "stateVariableFilter");
  for (let i = 0; i < corners.length; i++) {
    requirePositive(
      corners[i],
      typeof cutoff === "number" ? "cutoff" : `cutoff[${i}]`,
      "stateVariableFilter",
    );
  }
  return swept(y, { sr, corners, type, damping: 1 / q });
}

type Sweep = { sr: number; corners: Signal; type: "lowpass" | "bandpass" | "highpass"; damping: number };

function swept(y: Signal, { sr, corners, type, damping }: Sweep): Float64Array {
  const out = new Float64Array(y.length);
  let charge1 = 0;
  let charge2 = 0;
  let corner = Number.NaN;
  let g = 0;
  let a1 = 0;
  for (let n = 0; n < y.length; n++) {
    const wanted = corners[Math.min(n, corners.length - 1)];
    if (wanted !== corner) {
      corner = wanted;
      g = Math.tan(Math.PI * Math.min(HIGHEST_SHARE, corner / sr));
      a1 = 1 / (1 + g * (g + damping));
    }
    const rest = y[n] - charge2;
    const band = a1 * (charge1 + g * rest);
    const low = charge2 + g * band;
    charge1 = 2 * band - charge1;
    charge2 = 2 * low - charge2;
    if (type === "lowpass") out[n] = low;
    else if (type === "bandpass") out[n] = damping * band;
    else out[n] = y[n] - damping * band - low;
  }
  return out;
}
