const moves: Record<string, readonly [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The ends of a grid in pixels, from left to right and from top to bottom. */
export interface GridEnds {
  x: readonly [number, number];
  y: readonly [number, number];
}

/** The cell of a grid at a place, counted row after row from the top; undefined beside the grid. */
export function gridCellAt(
  x: number,
  y: number,
  ends: GridEnds,
  rows: number,
  cols: number,
): number | undefined {
  const col = Math.floor((cols * (x - ends.x[0])) / (ends.x[1] - ends.x[0]));
  const row = Math.floor((rows * (y - ends.y[0])) / (ends.y[1] - ends.y[0]));
  const inside = col >= 0 && col < cols && row >= 0 && row < rows;
  return inside ? row * cols + col : undefined;
}

/**
 * Where a key leads in a grid whose cells are counted row after row from the top: arrows to the next cell, at most to
 * the edge; Home and End to the ends of the row. Undefined for other keys.
 */
export function gridStep(key: string, from = 0, rows: number, cols: number): number | undefined {
  const [row, col] = [Math.floor(from / cols), from % cols];
  if (key === "Home") return row * cols;
  if (key === "End") return row * cols + cols - 1;
  const move = moves[key];
  if (!move) return undefined;
  const within = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));
  return within(row + move[0], rows) * cols + within(col + move[1], cols);
}
