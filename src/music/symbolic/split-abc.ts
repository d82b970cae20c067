/**
 * The tunes of a text in ABC notation, each as a text of its own: they begin with a line "X:" and end at an empty one.
 * What stands above the first of them holds for all. A text without "X:" is one tune. Throws when there is none.
 *
 * @param text a file of tunes
 * @example
 * const book = "M:3/4\n\nX:1\nT:Up\nK:C\nCDE|\n\nX:2\nT:Down\nK:C\nEDC|\n";
 * music.splitAbc(book)
 */
export function splitAbc(text: string): string[] {
  return tunesOf(text, "splitAbc");
}

/** {@link splitAbc}, for a caller whose name the errors bear. */
export function tunesOf(text: string, caller: string): string[] {
  if (typeof text !== "string" || text.trim() === "") {
    throw new TypeError(`${caller}: text must be music in ABC notation, such as "X:1\\nK:C\\nCDEF|".`);
  }
  const [head, ...rest] = text.replace(/\r\n?/g, "\n").split(/^(?=X:)/m);
  if (rest.length === 0 && !head.startsWith("X:")) return [head.trim()];
  const tunes = head.startsWith("X:") ? [head, ...rest] : rest;
  const shared = head.startsWith("X:") ? [] : head.split("\n").filter((line) => /^(%%|[A-Z]:)/.test(line));
  return tunes.map((tune) => {
    const [number, ...lines] = tune
      .split(/\n[ \t]*\n/)[0]
      .trimEnd()
      .split("\n");
    return [number, ...shared, ...lines].join("\n");
  });
}
