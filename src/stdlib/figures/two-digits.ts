/** A score to two digits, with a minus sign, and zero without one; a dash where there is none. */
export function twoDigits(score: number | undefined): string {
  if (score === undefined || !Number.isFinite(score)) return "–";
  return (Math.abs(score) < 0.005 ? 0 : score).toFixed(2).replace("-", "\u2212");
}
