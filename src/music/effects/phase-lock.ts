/**
 * Turns the phases of all bins about a peak with the peak: each keeps the distance from it that it has in `angle`, so
 * that the bins of one tone go on adding up (identity phase locking: Laroche and Dolson, Improved phase vocoder
 * time-scale modification of audio, 1999). A peak is above the two bins on either side, and its region reaches half
 * way to the next.
 */
export function lockPhases(phase: Float64Array, magnitude: Float64Array, angle: Float64Array): void {
  const bins = magnitude.length;
  let peak = -1;
  let start = 0;
  for (let k = 0; k <= bins; k++) {
    if (k < bins && !isPeak(magnitude, k)) continue;
    if (peak >= 0) {
      const end = k === bins ? bins : ((peak + k) >> 1) + 1;
      const turn = phase[peak] - angle[peak];
      for (let j = start; j < end; j++) phase[j] = angle[j] + turn;
      start = end;
    }
    peak = k;
  }
}

function isPeak(magnitude: Float64Array, k: number): boolean {
  const value = magnitude[k];
  // Beyond the ends there is nothing, which is not above anything.
  return (
    value > 0 &&
    !(magnitude[k - 1] >= value) &&
    !(magnitude[k - 2] >= value) &&
    !(magnitude[k + 1] > value) &&
    !(magnitude[k + 2] > value)
  );
}
