import { describe, expect, test } from "vitest";
import { drawEvenly } from "../../../../src/stdlib/sound/draw-evenly.ts";
import { duelValue, isDuelState } from "../../../../src/stdlib/sound/duel-value.ts";
import { listeningDuel } from "../../../../src/stdlib/sound/listening-duel.ts";

const labels = [..."kkkkkkkkkksssscc"];
const all = labels.map((_, i) => i);

describe("drawEvenly", () => {
  test("draws about as many of each class, none twice, and the same again for the same seed", () => {
    for (let seed = 0; seed < 20; seed++) {
      const rows = drawEvenly(labels, all, 7, seed);
      expect(new Set(rows).size).toBe(7);
      const counts = ["k", "s", "c"].map((name) => rows.filter((row) => labels[row] === name).length);
      // Two of each, and one more of some class that has one.
      expect(counts.toSorted()).toEqual([2, 2, 3]);
      expect(drawEvenly(labels, all, 7, seed)).toEqual(rows);
    }
    expect(drawEvenly(labels, all, 7, 1)).not.toEqual(drawEvenly(labels, all, 7, 2));
  });

  test("fills up from the other classes when one has no more", () => {
    expect(drawEvenly(labels, all, 16, 3).toSorted((a, b) => a - b)).toEqual(all);
  });

  test("mixes the classes: the order does not give them away", () => {
    const firsts = new Set(
      Array.from({ length: 40 }, (_, seed) => labels[drawEvenly(labels, all, 6, seed)[0]!]),
    );
    expect(firsts.size).toBe(3);
    // Nor does what came before: the first three are not always one of each.
    const threes = Array.from({ length: 40 }, (_, seed) => drawEvenly(labels, all, 6, seed).slice(0, 3));
    expect(threes.some((rows) => new Set(rows.map((row) => labels[row])).size < 3)).toBe(true);
  });

  test("leaves out what may not be drawn", () => {
    expect(drawEvenly(labels, [0, 10, 14], 3, 0).toSorted((a, b) => a - b)).toEqual([0, 10, 14]);
  });
});

describe("the value of a duel", () => {
  test("tells the truth of what was answered, and of nothing else", () => {
    const state = { answers: ["s", "k"], over: false, round: 0 };
    const value = duelValue(state, [15, 0, 11], labels);
    expect(value).toEqual({ ...state, sounds: [15, 0, 11], rows: [15, 0], truth: ["c", "k"] });
  });

  test("takes over only what it could have come to itself", () => {
    const good = { answers: ["k"], over: false, round: 2 };
    const is = (value: unknown) => isDuelState(value, ["k", "s", "c"], 2);
    expect(is(good)).toBe(true);
    expect(is({ ...good, answers: [], over: true })).toBe(true);
    for (const bad of [
      null,
      "k",
      { ...good, answers: ["x"] },
      { ...good, answers: ["k", "k", "k"], over: true },
      { ...good, answers: ["k", "k"] },
      { ...good, over: "yes" },
      { ...good, round: -1 },
    ]) {
      expect(is(bad), JSON.stringify(bad)).toBe(false);
    }
  });
});

test.each([
  [undefined, "listeningDuel takes its settings by name"],
  [{ labels, classNames: ["k"] }, "clips must be an array"],
  [{ clips: [{}], labels: [], classNames: ["k"] }, "there are 1 clips and 0 labels"],
  [{ clips: [{}], labels: ["k"], classNames: ["s"] }, '"k" is a label, but not one of classNames'],
  [
    { clips: [{}, null], labels: ["k", "k"], classNames: ["k"], n: 2 },
    "n must be a whole number from 1 to 1",
  ],
  [{ clips: [{}], labels: ["k"], classNames: ["k"], n: 0.5 }, "but it is 0.5"],
])("%j is refused", (options, message) => {
  expect(() => listeningDuel({} as never, options as never)).toThrow(message);
});
