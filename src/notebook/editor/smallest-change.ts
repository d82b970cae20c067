/** The smallest change that makes one text of another, so that cursors and marks outside it stay. */
export function smallestChange(before: string, after: string): { from: number; to: number; insert: string } {
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before[head] === after[head]) ++head;
  let tail = 0;
  while (tail < limit - head && before.at(-1 - tail) === after.at(-1 - tail)) ++tail;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}
