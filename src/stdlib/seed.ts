/** A seed for one cell of a notebook, from the notebook's seed and the cell's id (FNV-1a). */
export function cellSeed(seed: number, cellId: string): number {
  let hash = 0x811c9dc5 ^ (seed | 0);
  for (let i = 0; i < cellId.length; ++i) hash = Math.imul(hash ^ cellId.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
