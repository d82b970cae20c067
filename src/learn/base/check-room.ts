/** More numbers than this (400 MB) do not fit into a page's memory. */
const MOST_NUMBERS = 50_000_000;

/** Throws when a table of `rows` × `cols` is too large to be held; `who` would make it, and `advice` says what helps. */
export function checkRoom(who: string, rows: number, cols: number, advice: string): void {
  if (rows * cols <= MOST_NUMBERS) return;
  throw new RangeError(`${who}: ${rows} × ${cols} are too many numbers to hold: ${advice}`);
}
