import { nextPowerOfTwo, realFft } from "../base/real-fft.ts";

/** Writes to `out` the sums of `x` times itself, 0 … out.length − 1 places later. `x` has at most `length` values. */
export function autocorrelator(length: number): (x: Float64Array, out: Float64Array) => void {
  const size = Math.max(4, nextPowerOfTwo(2 * length));
  const fft = realFft(size);
  const work = new Float64Array(size);
  const re = new Float64Array(1 + size / 2);
  const im = new Float64Array(1 + size / 2);
  return (x, out) => {
    work.fill(0);
    work.set(x);
    fft.transform(work, re, im);
    for (let k = 0; k < re.length; k++) re[k] = re[k] * re[k] + im[k] * im[k];
    im.fill(0);
    fft.inverse(re, im, work);
    for (let lag = 0; lag < out.length; lag++) out[lag] = work[lag];
  };
}
