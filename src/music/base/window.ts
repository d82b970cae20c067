import { remembered } from "./remembered.ts";

/** The windows that a spectrum can be taken through. */
export type WindowName = keyof typeof cosines;

/** A window is a sum of cosines with these weights, the signs in turn plus and minus. */
const cosines = {
  hann: [0.5, 0.5],
  hamming: [0.54, 0.46],
  blackman: [0.42, 0.5, 0.08],
  boxcar: [1],
};

/**
 * `length` samples of a window, periodic as spectra want it (scipy's `get_window(name, length)`): all windows but
 * "boxcar", which is all ones, fade out at the ends. Made once for each length: not to be written to.
 */
export function windowSamples(name: WindowName, length: number, caller = "stft"): Float64Array {
  const weights = Object.hasOwn(cosines, name) ? cosines[name] : undefined;
  if (weights === undefined) {
    const names = Object.keys(cosines).map((known) => `"${known}"`);
    throw new RangeError(`${caller}: window is "${name}"; it must be one of ${names.join(", ")}.`);
  }
  return sumOfCosines(weights, length);
}

const sumOfCosines = remembered(
  (weights: number[], length: number): Float64Array =>
    Float64Array.from({ length }, (_, i) =>
      weights.reduce(
        (sum, a, k) => sum + (k % 2 === 0 ? a : -a) * Math.cos((2 * Math.PI * k * i) / length),
        0,
      ),
    ),
);
