import type { LagCurve } from "./lag-curve.ts";

/**
 * Writes the key maxima of a frame to `out` and returns how many: the greatest value between each rise of the
 * likeness through zero and its next fall through zero, at lags that were asked for (McLeod & Wyvill, section 5). The
 * first hump, around lag 0, is none.
 */
export function keyMaxima({ likeness, first, last }: LagCurve, out: Int32Array): number {
  let count = 0;
  let k = 1;
  while (k <= last && likeness[k] > 0) k++;
  while (k <= last && count < out.length) {
    while (k <= last && !(likeness[k] > 0)) k++;
    let best = -1;
    for (; k <= last && likeness[k] > 0; k++) {
      const peak = likeness[k] >= likeness[k - 1] && likeness[k] > likeness[k + 1];
      if (k >= first && peak && (best < 0 || likeness[k] > likeness[best])) best = k;
    }
    if (best >= 0) out[count++] = best;
  }
  return count;
}
