/** danfojs prints a frame through the package `table`; here cells show frames as real tables, so plain text will do. */
export function table(rows: unknown[][]): string {
  return rows.map((row) => row.join("\t")).join("\n");
}
