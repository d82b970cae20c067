import type { LagCurve } from "./lag-curve.ts";
import { isDip } from "./pick-dip.ts";

/** Thresholds that are tried: 0.01, 0.02 … 1. */
const THRESHOLDS = 100;
/** Of several dips below a threshold, each is less likely than the one before by exp(−this). */
const BOLTZMANN = 2;
/** What the lowest dip gets of each threshold that it does not reach. */
const NO_DIP_PROBABILITY = 0.01;

/** How likely threshold (i + 1) / 100 is: a beta distribution with parameters 2 and 18, whose mean is 0.1. */
const prior = Float64Array.from(
  { length: THRESHOLDS },
  (_, i) => betaBelow((i + 1) / THRESHOLDS) - betaBelow(i / THRESHOLDS),
);

/** How likely a share of that distribution is to be at most x: that of 19 equal chances of x, two or more come true. */
function betaBelow(x: number): number {
  return 1 - (1 - x) ** 19 - 19 * x * (1 - x) ** 18;
}

/**
 * Writes the dips of d′ and how likely each is to be the period to `lags` and `probabilities`; returns how many there
 * are. Every threshold that YIN might have been given chooses among the dips below it, mostly the first (Mauch & Dixon
 * 2014, with the Boltzmann weights of their plug-in and of librosa).
 */
export function dipProbabilities(curve: LagCurve, lags: Int32Array, probabilities: Float64Array): number {
  const { normalized, first, last } = curve;
  let count = 0;
  let lowest = 0;
  for (let k = first; k <= last && count < lags.length; k++) {
    if (!isDip(normalized, k, first, last)) continue;
    lags[count] = k;
    probabilities[count] = 0;
    if (normalized[k] < normalized[lags[lowest]]) lowest = count;
    count++;
  }
  if (count === 0) return 0;
  let missed = 0;
  for (let i = 0; i < THRESHOLDS; i++) {
    const threshold = (i + 1) / THRESHOLDS;
    let below = 0;
    for (let n = 0; n < count; n++) if (normalized[lags[n]] < threshold) below++;
    if (below === 0) {
      missed += prior[i];
      continue;
    }
    let weight = ((1 - Math.exp(-BOLTZMANN)) / (1 - Math.exp(-BOLTZMANN * below))) * prior[i];
    for (let n = 0; n < count; n++) {
      if (normalized[lags[n]] >= threshold) continue;
      probabilities[n] += weight;
      weight *= Math.exp(-BOLTZMANN);
    }
  }
  probabilities[lowest] += NO_DIP_PROBABILITY * missed;
  return count;
}
