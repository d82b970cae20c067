import { expect, test } from "vitest";
import { metrics } from "../../../../src/learn/index.ts";
import { figures } from "../data.ts";

const { wilson, coin } = figures<{
  wilson: [right: number, n: number, low: number, high: number][];
  coin: [first: number, second: number, pValue: number][];
}>("intervals/figures");

/** So many of each word, one after the other. */
const words = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([word, count]) => new Array<string>(count).fill(word));

// Both are a dozen operations on doubles; scipy takes another order of them.
test("the intervals of Wilson are scipy's to 1e-12", () => {
  for (const [right, n, low, high] of wilson) {
    const answers = words({ kick: right, tom: n - right });
    const interval = metrics.wilsonInterval(words({ kick: n }), answers);
    expect(interval.low, `${right} of ${n}`).toBeCloseTo(low, 12);
    expect(interval.high, `${right} of ${n}`).toBeCloseTo(high, 12);
  }
});

// A sum of up to 250 terms, where scipy takes the incomplete beta function.
test("the exact test of McNemar is scipy's binomial test to 1e-10", () => {
  for (const [first, second, pValue] of coin) {
    const truth = words({ kick: first + second + 4 });
    const pair = metrics.pairedDifference(
      truth,
      words({ kick: first, tom: second }).concat(words({ kick: 4 })),
      words({ tom: first, kick: second }).concat(words({ kick: 4 })),
    );
    expect(pair.pValue, `${first} to ${second}`).toBeCloseTo(pValue, 10);
  }
});
