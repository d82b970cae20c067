/** Where the arrow keys lead in a table: rows and columns of a step. */
const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/**
 * Makes the buttons in the cells of a table one stop of the Tab key: arrow keys go from button to button, over cells
 * that have none.
 */
export function roveButtons(rows: readonly (readonly (HTMLButtonElement | undefined)[])[]): void {
  const all = rows.flat().filter((button) => button !== undefined);
  const stopAt = (stop: HTMLButtonElement) => {
    for (const button of all) button.tabIndex = button === stop ? 0 : -1;
  };
  if (all[0]) stopAt(all[0]);
  rows.forEach((cells, i) => {
    cells.forEach((button, j) => {
      button?.addEventListener("focus", () => stopAt(button));
      button?.addEventListener("keydown", (event) => {
        const step = steps[event.key];
        if (!step) return;
        event.preventDefault();
        let [row, col] = [i + step[0], j + step[1]];
        while (rows[row] && col >= 0 && col < rows[row].length && !rows[row][col]) {
          row += step[0];
          col += step[1];
        }
        rows[row]?.[col]?.focus();
      });
    });
  });
}
