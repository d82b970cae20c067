import { anyOf, finiteNumber, nothing, type ParamRule, wholeNumber } from "../base/params.ts";

/** The size of one part of the rows: a share of them between 0 and 1, or how many; null leaves it to the other. */
export const partSize: ParamRule = {
  ...anyOf(nothing("what the other leaves"), finiteNumber(null, { above: 0, below: 1 }), wholeNumber(1, 1)),
  allowed: "null (what the other leaves), a share between 0 and 1, or a whole number of at least 1",
};

export type PartSizes = { testSize?: number | null; trainSize?: number | null };

/**
 * How many of `rows` are trained on and tested on. A share is rounded up for the test, down for training. Without
 * sizes `usual` is the share that is tested on. `what` is what is parted: rows, or groups.
 */
export function partCounts(
  rows: number,
  { testSize, trainSize }: PartSizes,
  usual: number,
  who: string,
  what = "rows",
): { nTrain: number; nTest: number } {
  const wanted = { testSize: testSize ?? (trainSize == null ? usual : null), trainSize: trainSize ?? null };
  for (const [name, size] of Object.entries(wanted)) {
    if (size !== null && size >= rows) {
      throw new RangeError(
        `${who}: ${name} must be below the number of ${what}, which is ${rows}, but it is ${size}`,
      );
    }
  }
  const count = (size: number | null, round: (n: number) => number) =>
    size === null || size >= 1 ? size : round(size * rows);
  const test = count(wanted.testSize, Math.ceil);
  const train = count(wanted.trainSize, Math.floor);
  const nTest = test ?? rows - train!;
  const nTrain = train ?? rows - nTest;
  if (nTrain + nTest > rows) {
    throw new RangeError(
      `${who}: trainSize and testSize together must be at most all ${rows} ${what}, but they are ${nTrain} and ${nTest}`,
    );
  }
  if (nTrain < 1 || nTest < 1) {
    throw new RangeError(
      `${who}: both parts need at least one of the ${rows} ${what}, but ${nTrain < 1 ? "training" : "the test"} gets none`,
    );
  }
  return { nTrain, nTest };
}
