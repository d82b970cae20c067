/** The levels of the metre that a listener might tap at, in mir_eval's order. */
export const metricVariations = ["original", "offBeat", "double", "halfOdd", "halfEven"] as const;

/** One of {@link metricVariations}. */
export type MetricVariation = (typeof metricVariations)[number];

/** The beats at each level: as they are, half a beat late, twice as many, every second one, and the others. */
export function beatVariations(beats: ArrayLike<number>): Record<MetricVariation, Float64Array> {
  const original = Float64Array.from(beats);
  const between = original.slice(1).map((beat, i) => 0.5 * (beat - original[i]) + original[i]);
  const double = new Float64Array(original.length + between.length);
  for (let i = 0; i < double.length; i++) double[i] = i % 2 === 0 ? original[i / 2] : between[(i - 1) / 2];
  return {
    original,
    offBeat: between,
    double,
    halfOdd: original.filter((_, i) => i % 2 === 0),
    halfEven: original.filter((_, i) => i % 2 === 1),
  };
}
