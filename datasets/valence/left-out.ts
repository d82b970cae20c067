/**
 * Lines of the lexicon that are not taken over, as first and last, counted from 1: insults of groups of people, insults
 * that are made of them, and words of sexual violence. They are named by their lines so that they need not stand here.
 */
const LEFT_OUT: readonly (readonly [first: number, last: number])[] = [
  [1708, 1709],
  [2753, 2755],
  [3183, 3183],
  [4678, 4685],
  [4813, 4814],
  [5469, 5473],
  [5475, 5477],
  [5683, 5684],
  [6108, 6116],
  [6571, 6571],
  [7344, 7356],
];

/** Whether a line of the lexicon, counted from 1, is not taken over. */
export function isLeftOut(line: number): boolean {
  return LEFT_OUT.some(([first, last]) => line >= first && line <= last);
}
