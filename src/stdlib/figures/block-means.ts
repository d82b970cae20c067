/** A table of numbers, row after row. */
export interface NumberGrid {
  rows: number;
  cols: number;
  data: ArrayLike<number>;
}

/**
 * The means of blocks of cells, so that no side is longer than `most`. Blocks at the end may be smaller; a cell that
 * is no number does not count.
 */
export function blockMeans(
  { rows, cols, data }: NumberGrid,
  most: number,
): NumberGrid & { tall: number; wide: number } {
  const [tall, wide] = [Math.ceil(rows / most), Math.ceil(cols / most)];
  if (tall === 1 && wide === 1) return { rows, cols, data, tall, wide };
  const [blockRows, blockCols] = [Math.ceil(rows / tall), Math.ceil(cols / wide)];
  const sums = new Float64Array(blockRows * blockCols);
  const counts = new Float64Array(blockRows * blockCols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      const value = data[i * cols + j]!;
      if (!Number.isFinite(value)) continue;
      const block = Math.floor(i / tall) * blockCols + Math.floor(j / wide);
      sums[block]! += value;
      counts[block]! += 1;
    }
  }
  const means = sums.map((sum, block) => sum / counts[block]!);
  return { rows: blockRows, cols: blockCols, data: means, tall, wide };
}
