import { expect, test } from "vitest";
import { fromJSON, MarkovChain } from "../../../../src/learn/index.ts";

const tunes = [
  ["C", "D", "C", "E"],
  ["D", "C", "D"],
];

test("each symbol follows as often as it did", () => {
  const chain = new MarkovChain().fit(tunes);
  expect(chain.knownSymbols).toEqual(["C", "D", "E"]);
  // After C came D, E, D; after D came C, C; after E nothing, so what is usual everywhere counts.
  expect(Array.from(chain.transitionMatrix.data)).toEqual([0, 2 / 3, 1 / 3, 1, 0, 0, 3 / 7, 3 / 7, 1 / 7]);
  expect([...chain.probabilities(["D", "C"])]).toEqual([
    ["C", 0],
    ["D", 2 / 3],
    ["E", 1 / 3],
  ]);
  expect([...chain.probabilities([]).values()]).toEqual([3 / 7, 3 / 7, 1 / 7]);
});

test("a longer context is looked up whole, and shortened where it was never seen", () => {
  const chain = new MarkovChain({ order: 2 }).fit(tunes);
  expect([...chain.probabilities(["D", "C"]).values()]).toEqual([0, 0.5, 0.5]);
  expect(chain.probabilities(["E", "C"])).toEqual(chain.probabilities(["C"]));
  expect(chain.probabilities(["C", "?"])).toEqual(chain.probabilities([]));
  const strict = new MarkovChain({ order: 2, backoff: false }).fit(tunes);
  expect(() => strict.probabilities(["E", "C"])).toThrow('Nothing ever followed "E", "C"');
});

test("smoothing adds alpha to every count", () => {
  const chain = new MarkovChain({ alpha: 1, backoff: false }).fit(tunes);
  expect([...chain.probabilities(["C"]).values()]).toEqual([1 / 6, 3 / 6, 2 / 6]);
  expect([...chain.probabilities(["E"]).values()]).toEqual([1 / 3, 1 / 3, 1 / 3]);
});

test("surprise is measured from how sequences begin, in bits and in equally likely symbols", () => {
  const chain = new MarkovChain().fit(tunes);
  expect(chain.logProb(["C", "D"])).toBeCloseTo(Math.log(0.5 * (2 / 3)), 14);
  expect(chain.bitsPerSymbol([["C", "D"], ["D"]])).toBeCloseTo(-Math.log2(0.5 * (2 / 3) * 0.5) / 3, 14);
  expect(
    new MarkovChain({ alpha: 1, symbols: ["a", "b", "c", "d"] }).fit(["a"]).perplexity(["a"]),
  ).toBeCloseTo(2.5, 12);
  expect(chain.perplexity(["C", "C"])).toBe(Number.POSITIVE_INFINITY);
  expect(chain.perplexity(["C", "?"])).toBe(Number.POSITIVE_INFINITY);
  const sure = new MarkovChain().fit(["C", "D", "C", "D"]);
  expect(sure.bitsPerSymbol(["C", "D", "C"])).toBe(0);
});

test("what it draws only has steps that it has learned, and begins as training did", () => {
  const chain = new MarkovChain({ order: 2 }).fit([
    [1, 2, 3, 4, 2, 3, 1, 2],
    [1, 2, 4, 2, 3],
  ]);
  const drawn = chain.sample(50, { randomState: 5 });
  expect(drawn).toHaveLength(50);
  expect(drawn.slice(0, 2)).toEqual([1, 2]);
  for (const [i, next] of drawn.slice(2).entries()) {
    expect(chain.probabilities(drawn.slice(i, i + 2)).get(next)).toBeGreaterThan(0);
  }
  expect(chain.sample(50, { randomState: 5 })).toEqual(drawn);
  expect(chain.sample(50, { randomState: 6 })).not.toEqual(drawn);
  expect(chain.sample(4, { start: [3, 1] }).slice(0, 3)).toEqual([3, 1, 2]);
});

test("cold it takes the usual, hot it takes anything that can be", () => {
  const chain = new MarkovChain({ order: 0 }).fit(["a", "a", "a", "b"]);
  expect(new Set(chain.sample(40, { temperature: 0 }))).toEqual(new Set(["a"]));
  const part = (temperature: number) =>
    chain.sample(4000, { temperature }).filter((symbol) => symbol === "b").length / 4000;
  // To the power of 1 / T: 1 : 9, 1 : 3, 1 : √3; five standard errors are 0.04.
  for (const [temperature, want] of [
    [0.5, 0.1],
    [1, 0.25],
    [2, 1 / (1 + Math.sqrt(3))],
  ] as const) {
    expect(Math.abs(part(temperature) - want)).toBeLessThan(0.04);
  }
});

test("the longest run that was copied is found, with where it comes from", () => {
  const chain = new MarkovChain().fit([
    ["a", "b", "c"],
    ["c", "d", "a", "b", "e"],
  ]);
  expect(chain.longestCopiedRun(["b", "d", "a", "b", "?", "c"])).toEqual({
    length: 3,
    start: 1,
    trainingSequence: 1,
    trainingStart: 1,
    run: ["d", "a", "b"],
  });
  expect(chain.longestCopiedRun(["?", "?"]).length).toBe(0);
  expect(chain.longestCopiedRun([]).run).toEqual([]);
});

test("all that is copied: the longest runs first, each with where it stands, and none twice", () => {
  const chain = new MarkovChain().fit([
    ["a", "b", "c", "d"],
    ["c", "d", "e", "f", "g"],
  ]);
  const found = chain.copiedRuns(["a", "b", "c", "d", "e", "f", "g", "?", "b", "c"], { atLeast: 2 });
  expect(found).toEqual([
    { length: 2, start: 0, trainingSequence: 0, trainingStart: 0, run: ["a", "b"] },
    { length: 5, start: 2, trainingSequence: 1, trainingStart: 0, run: ["c", "d", "e", "f", "g"] },
    { length: 2, start: 8, trainingSequence: 0, trainingStart: 1, run: ["b", "c"] },
  ]);
  expect(chain.copiedRuns(["a", "b", "c", "d"])).toEqual([]);
  expect(() => chain.copiedRuns(["a"], { atLeast: 0 })).toThrow("atLeast must be a whole number");
});

test("a chain that looks back further than any tune is long copies one from end to end", () => {
  const long = [0, 20].map((first) => Array.from({ length: 20 }, (_, i) => first + ((7 * i) % 20)));
  const melody = new MarkovChain({ order: 20 }).fit(long).sample(20, { randomState: 1 });
  const chain = new MarkovChain({ order: 20 }).fit(long);
  const [whole, ...others] = chain.copiedRuns(melody);
  expect(others).toEqual([]);
  expect(whole).toMatchObject({ length: 20, start: 0, trainingStart: 0 });
  expect(long[whole!.trainingSequence]).toEqual(melody);
});

test("it goes through JSON and back, and keeps a copy of what it learned from", () => {
  const own = structuredClone(tunes);
  const chain = new MarkovChain({ order: 3, alpha: 0.5 }).fit(own);
  const before = chain.sample(20);
  own[0]!.fill("E");
  const copy = fromJSON(JSON.parse(JSON.stringify(chain))) as unknown as MarkovChain;
  expect(copy.sample(20)).toEqual(before);
  expect(copy.toJSON()).toEqual(chain.toJSON());
});

test.each([
  ["use before fit", () => new MarkovChain().sample(3), "has not been fitted"],
  ["nothing to learn from", () => new MarkovChain().fit([]), "it is empty"],
  ["an empty tune", () => new MarkovChain().fit([["a"], []]), "sequence 1"],
  [
    "a symbol that there is not",
    () => new MarkovChain({ symbols: ["a"] }).fit(["a", "b"]),
    'item 1 of sequence 0 is "b"',
  ],
  ["a symbol twice", () => new MarkovChain({ symbols: ["a", "a"] }), "different symbols"],
  [
    "an unknown start",
    () => new MarkovChain().fit(tunes).sample(3, { start: ["X"] }),
    '"X", which was never learned',
  ],
  [
    "a length below that of the start",
    () => new MarkovChain().fit(tunes).sample(1, { start: ["C", "D"] }),
    "at least 2",
  ],
  [
    "a temperature below 0",
    () => new MarkovChain().fit(tunes).sample(1, { temperature: -1 }),
    "temperature must be",
  ],
  [
    "a dead end",
    () => new MarkovChain({ backoff: false }).fit(tunes).sample(9, { start: ["E"] }),
    "Nothing ever followed",
  ],
  ["a table of order 2", () => new MarkovChain({ order: 2 }).fit(tunes).transitionMatrix, "order 1"],
])("%s is refused", (_, call, message) => {
  expect(call).toThrow(message);
});
