/** A piece of text put into a source at a place; `end` says that it closes what stands before that place. */
export type Insertion = { at: number; text: string; end?: boolean };

/** A stretch of a source replaced by other text. */
export type Replacement = { start: number; end: number; text: string };

/**
 * Applies insertions and replacements to a source. At one place, closing insertions go in the order given (inner
 * before outer), then opening ones in the reverse of the order given (outer before inner): the order in which a
 * post-order walk of a syntax tree finds them.
 */
export function applyEdits(source: string, insertions: Insertion[], replacements: Replacement[]): string {
  const closing = insertions.filter((i) => i.end);
  const opening = insertions.filter((i) => !i.end).reverse();
  const edits: Replacement[] = [
    ...[...closing, ...opening].map(({ at, text }) => ({ start: at, end: at, text })),
    ...replacements,
  ];
  edits.sort((a, b) => a.start - b.start); // stable: the order above holds at one place
  let result = "";
  let index = 0;
  for (const { start, end, text } of edits) {
    result += source.slice(index, start) + text;
    index = end;
  }
  return result + source.slice(index);
}
