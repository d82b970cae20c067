import { valueAt } from "./curve-statistics.ts";
import { FASTEST_BPM, type Periodicity, SLOWEST_BPM } from "./periodicity.ts";

const MOST_PEAKS = 8;
/** What other levels of the metre a strong lag can belong to. */
const RATIOS = [1 / 2, 2, 1 / 3, 3, 2 / 3, 3 / 2, 1 / 4, 4];
/** Two lags that are closer than this are the same tempo. */
const SAME = 0.045;
const TEETH = 4;
/** What agrees with itself less than this has no pulse: a single stroke, say. */
const LEAST_AGREEMENT = 0.03;

/** The lags that may be the beat: the highest peaks of the comb, and what the highest would be at other levels. */
export function tempoCandidates(found: Periodicity): number[] {
  const { comb, lags, correlation, hopSeconds } = found;
  const peaks: number[] = [];
  for (let i = 1; i + 1 < comb.length; i++) {
    if (comb[i] > 0 && comb[i] >= comb[i - 1] && comb[i] > comb[i + 1]) peaks.push(i);
  }
  peaks.sort((a, b) => comb[b] - comb[a]);
  if (peaks.length === 0 || comb[peaks[0]] < LEAST_AGREEMENT) return [];
  const best = refined(correlation, lags[peaks[0]]);
  const proposed = [
    ...peaks.slice(0, MOST_PEAKS).map((i) => refined(correlation, lags[i])),
    ...RATIOS.map((ratio) => best * ratio),
  ];
  const candidates: number[] = [];
  for (const lag of proposed) {
    const bpm = 60 / (lag * hopSeconds);
    if (bpm < SLOWEST_BPM || bpm > FASTEST_BPM) continue;
    if (candidates.every((other) => Math.abs(other / lag - 1) > SAME)) candidates.push(lag);
  }
  return candidates;
}

/** The lag within 4 % whose multiples agree best; the farther ones are the more exact. */
function refined(correlation: Float64Array, lag: number): number {
  let best = lag;
  let most = -Infinity;
  for (let part = -8; part <= 8; part++) {
    const tried = lag * (1 + part / 200);
    let sum = 0;
    for (let k = 1; k <= TEETH; k++) sum += k * valueAt(correlation, k * tried);
    if (sum > most) {
      most = sum;
      best = tried;
    }
  }
  return best;
}
