/** Parts `order` between two positions: rows for which `goesLeft` is 1 come first, both parts in the order they had. */
export function partOrder(
  order: Int32Array,
  start: number,
  end: number,
  goesLeft: Uint8Array,
  spare: Int32Array,
): void {
  let left = start;
  let right = 0;
  // Written to both sides, of which one is gone over again: a branch that nobody can foretell is slower.
  for (let p = start; p < end; p++) {
    const row = order[p]!;
    const isLeft = goesLeft[row]!;
    order[left] = row;
    spare[right] = row;
    left += isLeft;
    right += 1 - isLeft;
  }
  for (let p = 0; p < right; p++) order[left + p] = spare[p]!;
}
