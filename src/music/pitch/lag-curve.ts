/**
 * What one frame says of every lag: written anew for each frame, so that a frame costs no memory. Index k stands for
 * a lag of k × `lagStep` samples; the pitches asked for lie between `first` and `last`, and there are values up to
 * `last` + 1.
 */
export type LagCurve = {
  lagStep: number;
  first: number;
  last: number;
  /** 1 where the frame shifted by the lag is the frame itself, 0 where they have nothing in common (MPM's NSDF). */
  likeness: Float64Array;
  /** How much the two differ: a sum of squares (YIN's d), or 1 − likeness. */
  difference: Float64Array;
  /** The difference over its mean at all shorter lags (YIN's d′). */
  normalized: Float64Array;
  /** The share of the frame's power that stands out from noise, from 0 to 1. */
  tonal: number;
  /** The frame's mean square. */
  power: number;
};

/** A curve that says nothing yet. */
export function emptyCurve(lagStep: number, first: number, last: number): LagCurve {
  const values = () => new Float64Array(last + 2);
  return {
    lagStep,
    first,
    last,
    likeness: values(),
    difference: values(),
    normalized: values(),
    tonal: 0,
    power: 0,
  };
}

/**
 * Fills `normalized` from `difference`: d′(τ) = d(τ) / ((1/τ) Σ d(1 … τ)), and 1 where nothing differs (equation 8
 * of the YIN paper).
 */
export function normalizeDifference({ difference, normalized, last }: LagCurve): void {
  normalized[0] = 1;
  let sum = 0;
  for (let k = 1; k <= last + 1; k++) {
    sum += difference[k];
    normalized[k] = sum > 0 ? (difference[k] * k) / sum : 1;
  }
}

/** Fills both differences from the likeness. */
export function differenceOf(curve: LagCurve): void {
  const { likeness, difference } = curve;
  for (let k = 0; k < likeness.length; k++) difference[k] = 1 - likeness[k];
  normalizeDifference(curve);
}

/** How far from the middle of three points, one apart, the parabola through them turns; 0 if not between them. */
export function parabolaShift(left: number, middle: number, right: number): number {
  const bend = left + right - 2 * middle;
  const slope = (right - left) / 2;
  return Math.abs(slope) < Math.abs(bend) ? -slope / bend : 0;
}
