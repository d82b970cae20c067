import type { Spectrogram } from "../base/spectrogram.ts";

/** A step of a path: how far it leads, and what the pair it leads to costs then: times × cost + add. */
export type Step = { rows: number; columns: number; add: number; times: number };

/** The accumulated costs of the best paths to each pair, and the best of all; no path when none leads to the end. */
export function warpingPath(
  costs: Spectrogram,
  steps: readonly Step[],
  subsequence: boolean,
  allowed: (row: number, column: number) => boolean,
): { accumulated: Spectrogram; path: [number, number][] } {
  const { data: cost, frames: rows, bins: columns } = costs;
  const least = new Float64Array(rows * columns).fill(Infinity);
  const taken = new Int32Array(rows * columns).fill(-1);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (!allowed(i, j)) continue;
      const here = i * columns + j;
      if (i === 0 && (j === 0 || subsequence)) least[here] = cost[here];
      for (let s = 0; s < steps.length; s++) {
        const step = steps[s];
        if (step.rows > i || step.columns > j) continue;
        const sum = least[here - step.rows * columns - step.columns] + step.times * cost[here] + step.add;
        if (sum < least[here]) {
          least[here] = sum;
          taken[here] = s;
        }
      }
    }
  }
  return {
    accumulated: { data: least, frames: rows, bins: columns },
    path: backtrack(least, taken, steps, rows, columns, subsequence),
  };
}

function backtrack(
  least: Float64Array,
  taken: Int32Array,
  steps: readonly Step[],
  rows: number,
  columns: number,
  subsequence: boolean,
): [number, number][] {
  const lastRow = (rows - 1) * columns;
  let here = rows * columns - 1;
  if (subsequence) {
    here = lastRow;
    for (let k = lastRow + 1; k < rows * columns; k++) if (least[k] < least[here]) here = k;
  }
  if (least[here] === Infinity) return [];
  const path: [number, number][] = [];
  for (;;) {
    path.push([Math.floor(here / columns), here % columns]);
    if (taken[here] < 0) return path.reverse();
    const step = steps[taken[here]];
    here -= step.rows * columns + step.columns;
  }
}
