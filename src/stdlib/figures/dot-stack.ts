/**
 * Dots along a line that would cover one another, put on top of each other: for each place along the line how many
 * dots lie below it, counted from the line. Places are in pixels and dots `size` pixels wide.
 */
export function dotStack(places: readonly number[], size: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!);
  const levels = new Array<number>(places.length).fill(0);
  /** Where the last dot of each level ends. */
  const ends: number[] = [];
  for (const i of order) {
    let level = 0;
    while (ends[level] !== undefined && places[i]! < ends[level]!) level += 1;
    levels[i] = level;
    ends[level] = places[i]! + size;
  }
  return levels;
}
