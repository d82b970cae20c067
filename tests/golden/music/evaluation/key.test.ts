import { expect, test } from "vitest";
import { keyWeightedScore } from "../../../../src/music/index.ts";
import { golden } from "./golden.ts";

const { keys, scores, noKeys } = golden<{ keys: string[]; scores: string; noKeys: string[] }>("key");

test("every pair of keys scores as in mir_eval", () => {
  const figures: Record<string, number> = { 0: 0, 1: 1, 2: 0.2, 3: 0.3, 5: 0.5 };
  const different = keys.flatMap((reference, i) =>
    keys.flatMap((estimated, j) => {
      const want = figures[scores[i * keys.length + j]!];
      const got = keyWeightedScore(reference, estimated);
      return got === want ? [] : [`${reference}, ${estimated}: ${got}, not ${want}`];
    }),
  );
  expect(different).toEqual([]);
});

test("what is no key to mir_eval is refused", () => {
  for (const key of noKeys) {
    expect(() => keyWeightedScore(key, "C major"), key).toThrow(/reference/);
    expect(() => keyWeightedScore("C major", key), key).toThrow(/estimated/);
  }
});
