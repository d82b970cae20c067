export type Linkage = "ward" | "complete" | "average" | "single";

/** Two clusters, each named by one of its rows, and the distance at which they become one. */
export type Merge = { a: number; b: number; distance: number };

/**
 * All merges of rows by the nearest-neighbour chain (Murtagh, 1983), in the order in which it finds them. `distances`,
 * rows × rows, is overwritten. O(rows²).
 */
export function chainMerges(
  distances: Float64Array,
  rows: number,
  linkage: Exclude<Linkage, "single">,
): Merge[] {
  const combine = { ward, complete, average }[linkage];
  const sizes = new Int32Array(rows).fill(1);
  const chain: number[] = [];
  const merges: Merge[] = [];
  while (merges.length < rows - 1) {
    if (chain.length === 0) chain.push(sizes.findIndex((size) => size > 0));
    const found = mutualNeighbours(distances, rows, sizes, chain);
    const a = Math.min(found.a, found.b);
    const b = Math.max(found.a, found.b);
    const { distance } = found;
    merges.push({ a, b, distance });
    const sizeA = sizes[a]!;
    const sizeB = sizes[b]!;
    sizes[a] = 0;
    sizes[b] = sizeA + sizeB;
    for (let i = 0; i < rows; i++) {
      const size = sizes[i]!;
      if (size === 0 || i === b) continue;
      const merged = combine(
        distances[a * rows + i]!,
        distances[b * rows + i]!,
        distance,
        sizeA,
        sizeB,
        size,
      );
      distances[b * rows + i] = merged;
      distances[i * rows + b] = merged;
    }
  }
  return merges;
}

/** Follows nearest neighbours from the end of the chain until two are each other's, and takes them off it. */
function mutualNeighbours(distances: Float64Array, rows: number, sizes: Int32Array, chain: number[]): Merge {
  for (;;) {
    const a = chain[chain.length - 1]!;
    // Of equally near clusters the one before in the chain, so that it never goes in a circle.
    let b = chain.length > 1 ? chain[chain.length - 2]! : -1;
    let least = b >= 0 ? distances[a * rows + b]! : Number.POSITIVE_INFINITY;
    for (let i = 0, at = a * rows; i < rows; i++, at++) {
      if (distances[at]! < least && sizes[i]! > 0 && i !== a) {
        least = distances[at]!;
        b = i;
      }
    }
    if (chain.length > 1 && b === chain[chain.length - 2]) {
      chain.length -= 2;
      return { a, b, distance: least };
    }
    chain.push(b);
  }
}

/** The new distance of a cluster to two that become one, by the update formulas of Lance and Williams (1967). */
function ward(toA: number, toB: number, between: number, sizeA: number, sizeB: number, size: number): number {
  const t = 1 / (sizeA + sizeB + size);
  const squared =
    (size + sizeA) * t * toA * toA + (size + sizeB) * t * toB * toB - size * t * between * between;
  return Math.sqrt(Math.max(0, squared));
}

function complete(toA: number, toB: number): number {
  return Math.max(toA, toB);
}

function average(toA: number, toB: number, _between: number, sizeA: number, sizeB: number): number {
  return (sizeA * toA + sizeB * toB) / (sizeA + sizeB);
}

/** The merges of single linkage: the edges of a minimum spanning tree (Prim, 1957) from row 0 on. O(rows²). */
export function treeMerges(distances: Float64Array, rows: number): Merge[] {
  const nearest = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const inTree = new Uint8Array(rows);
  const merges: Merge[] = [];
  let current = 0;
  while (merges.length < rows - 1) {
    inTree[current] = 1;
    let least = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let j = 0; j < rows; j++) {
      if (inTree[j] === 1) continue;
      if (distances[current * rows + j]! < nearest[j]!) nearest[j] = distances[current * rows + j]!;
      if (nearest[j]! < least) {
        least = nearest[j]!;
        next = j;
      }
    }
    merges.push({ a: current, b: next, distance: least });
    current = next;
  }
  return merges;
}
