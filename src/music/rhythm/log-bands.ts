import { remembered } from "../base/remembered.ts";

const LOWEST_HZ = 30;
const HIGHEST_HZ = 17000;
const BANDS_AN_OCTAVE = 24;

/** Triangular bands: band b weighs the bins from `first[b]` on. */
export type LogBands = { first: number[]; weights: Float64Array[] };

/**
 * The bands of superflux: quarter tones from 30 Hz to 17 kHz, or what of them a sound has. Low ones that would share
 * one bin are left out.
 */
export const logBands = remembered((sr: number, nFft: number): LogBands => {
  const last = nFft / 2;
  const highest = Math.min(HIGHEST_HZ, sr / 2);
  const bins: number[] = [];
  for (let n = 0; ; n++) {
    const hz = LOWEST_HZ * 2 ** (n / BANDS_AN_OCTAVE);
    if (hz > highest) break;
    const bin = Math.min(last, Math.max(1, Math.round((hz * nFft) / sr)));
    if (bin !== bins.at(-1)) bins.push(bin);
  }
  const first: number[] = [];
  const weights: Float64Array[] = [];
  for (let b = 1; b + 1 < bins.length; b++) {
    const [left, peak, right] = [bins[b - 1], bins[b], bins[b + 1]];
    first.push(left + 1);
    weights.push(
      Float64Array.from({ length: right - left - 1 }, (_, i) => {
        const bin = left + 1 + i;
        return Math.min((bin - left) / (peak - left), (right - bin) / (right - peak));
      }),
    );
  }
  return { first, weights };
});
