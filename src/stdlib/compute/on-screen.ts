/** How much a cell's work matters: 1 while the cell is to be seen, else 0. */
export function onScreen(cellId: string | undefined): number {
  if (cellId === undefined || typeof document === "undefined") return 0;
  const cell = document.getElementById(`cell-${cellId}`);
  if (!cell) return 0;
  const { top, bottom } = cell.getBoundingClientRect();
  return bottom > 0 && top < innerHeight ? 1 : 0;
}
