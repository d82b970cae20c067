const padding = 0.15;

/** The mean of several curves at each place. */
export function meanFit(fits: readonly (readonly number[])[]): number[] {
  return fits[0]!.map((_, i) => fits.reduce((sum, fit) => sum + fit[i]!, 0) / fits.length);
}

/** Whether a curve goes beyond the ends of the axis anywhere. */
export function outside(fit: readonly number[], [low, high]: readonly [number, number]): boolean {
  return fit.some((value) => value < low || value > high);
}

/** Ends of an axis with some room around these values. */
export function paddedEnds(values: readonly number[]): [number, number] {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const low = finite.reduce((a, b) => Math.min(a, b));
  const high = finite.reduce((a, b) => Math.max(a, b));
  const room = low === high ? 1 : padding * (high - low);
  return [low - room, high + room];
}
