/**
 * The stretch of a source that an error at a line and column (from 1) is shown under: the word or sign there; at the
 * end of a line, the last one before it; without a column, the line.
 */
export function tokenAt(source: string, line: number, column?: number): { from: number; to: number } {
  const lines = source.split("\n");
  const index = Math.min(Math.max(1, line), lines.length) - 1;
  const text = lines[index]!;
  const start = lines.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0);
  if (column === undefined) {
    const indent = text.length - text.trimStart().length;
    return { from: start + indent, to: start + Math.max(indent, text.trimEnd().length) };
  }
  const at = Math.min(column - 1, text.length);
  const word = text.slice(at).match(/^\s*(?:[\w$]+|\S)/)?.[0];
  if (word !== undefined)
    return { from: start + at + word.length - word.trimStart().length, to: start + at + word.length };
  const before = source.slice(0, start + at).match(/(?:[\w$]+|\S)\s*$/)?.[0] ?? "";
  const from = start + at - before.length;
  return { from, to: from + before.trimEnd().length };
}
