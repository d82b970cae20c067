/** The golden ratio's part behind the point: steps of it never come close to where they were (Weyl, 1916). */
const goldenStep = (Math.sqrt(5) - 1) / 2;

/**
 * How far each point of a strip is moved across it, from -0.5 to 0.5: neighbours along the strip lie far apart, and
 * the same points always lie the same.
 */
export function stripOffsets(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const offsets = new Float64Array(values.length);
  for (const [rank, i] of order.entries()) offsets[i] = ((rank * goldenStep) % 1) - 0.5;
  return offsets;
}

/** What lies on both sides of a threshold, by class. */
export interface StripSides {
  below: number[];
  /** At or above the threshold. */
  above: number[];
}

/** How many of each class lie below a threshold, and how many at or above it. */
export function stripSides(
  values: ArrayLike<number>,
  classes: ArrayLike<number>,
  classCount: number,
  threshold: number,
): StripSides {
  const below = new Array<number>(classCount).fill(0);
  const above = new Array<number>(classCount).fill(0);
  for (let i = 0; i < values.length; i++) {
    const side = values[i]! < threshold ? below : above;
    side[classes[i]!]! += 1;
  }
  return { below, above };
}
