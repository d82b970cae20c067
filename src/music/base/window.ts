/** The windows that a spectrum can be taken through. */
export type WindowName = "hann" | "boxcar";

/**
 * `length` samples of a window. "hann" is the periodic one (scipy's `get_window("hann", length)`, the default of
 * librosa), "boxcar" is all ones.
 */
export function windowSamples(name: WindowName, length: number): Float64Array {
  if (name === "boxcar") return new Float64Array(length).fill(1);
  if (name !== "hann") throw new RangeError(`window is "${name}"; it must be "hann" or "boxcar".`);
  return Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length));
}
