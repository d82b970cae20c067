/** What the text of a notebook that comes from outside may hold at most. Sizes are in bytes. */
export const textLimits = {
  textBytes: 2_000_000,
  lines: 20_000,
  /** The line that opens a fence. */
  openingCharacters: 1000,
  cells: 500,
  /** Of one cell's code. */
  cellBytes: 100_000,
  proseBlocks: 1000,
  titleCharacters: 200,
} as const;
