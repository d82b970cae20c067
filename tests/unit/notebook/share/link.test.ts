import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLink, ShareError, writeLink } from "../../../../src/notebook/share/index.ts";

const page = "https://etude.example/course/generalising/overfitting/";
const read = (query: string) => readLink(`${page}?${query}`);

describe("a link to a page as it stands", () => {
  test("is readable, and keeps the rest of the query and the hash", () => {
    const inputs = new Map([
      ["kSlider", [15]],
      ["split", ["random", true]],
    ]);
    const link = writeLink(`${page}?safe&seed=1&in.old=3#cell-k`, { seed: 9, inputs });
    expect(link).toBe(`${page}?safe=&seed=9&in.kSlider=15&in.split=%22random%22&in.split.2=true#cell-k`);
    expect(writeLink(link, { inputs: new Map() })).toBe(`${page}?safe=#cell-k`);
  });

  test("says again what it was made of, whatever the cells are called", () => {
    const plain = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
      fc.boolean(),
      fc.constant(null),
      fc.string({ maxLength: 20 }),
    );
    const value = fc.oneof(plain, fc.array(plain, { maxLength: 4 }));
    const name = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.constantFrom("__proto__", "constructor", "toString", "a.2", "a", "a.2.1", "seed", "in.", "."),
    );
    const inputs = fc
      .uniqueArray(fc.tuple(name, fc.array(value, { minLength: 1, maxLength: 3 })), {
        selector: ([id]) => id,
        maxLength: 6,
      })
      .map((entries) => new Map(entries));
    fc.assert(
      fc.property(inputs, fc.integer(), (inputs, seed) => {
        const { state, problems } = readLink(writeLink(page, { seed, inputs }));
        expect(problems).toEqual([]);
        expect(state.seed).toBe(seed);
        expect(state.inputs).toEqual(inputs);
      }),
      { numRuns: 500 },
    );
  });

  test("leaves out what a link cannot carry, and keeps the place of the others", () => {
    const inputs = new Map<string, unknown[]>([
      ["a", [new Date(0), Number.NaN, 3]],
      ["b", [{ x: 1 }]],
    ]);
    const link = writeLink(page, { inputs });
    expect(link).toBe(`${page}?in.a.3=3`);
    expect(readLink(link).state.inputs.get("a")).toEqual([undefined, undefined, 3]);
  });

  test("that would be too long is not made", () => {
    const inputs = new Map([
      ["a", ["x".repeat(1900), "x".repeat(1900), "x".repeat(1900), "x".repeat(1900), "x".repeat(1900)]],
    ]);
    expect(() => writeLink(page, { inputs })).toThrow(ShareError);
    expect(() => writeLink(page, { inputs })).toThrow("8,192 is the most. Download the notebook instead.");
  });
});

describe("of a link that comes from anywhere", () => {
  test("what is not ours is nobody's business", () => {
    expect(read("safe&utm=1&index=3&#in.a=1")).toEqual({ state: { inputs: new Map() }, problems: [] });
  });

  test.each([
    ["seed=1.5", "The link's seed is “1.5”, which is not a whole number, so it is not used."],
    ["seed=99999999999999999999", "which is not a whole number"],
    ["in.k=abc", "The link's value for the input of “k” is none that an input can take."],
    ["in.k=", "none that an input can take"],
    ["in.k=1e999", "none that an input can take"],
    [`in.k=${"[".repeat(3000)}`, "none that an input can take"],
    ['in.k={"__proto__":{"polluted":1}}', "none that an input can take"],
    ["in.k=[[1]]", "none that an input can take"],
    [`in.k="${"x".repeat(2001)}"`, "none that an input can take"],
    ["in.=1", "The link sets “in.”, which is no input of a cell."],
    ["in.k.0=1", "is no input of a cell"],
    ["in.k.51=1", "is no input of a cell"],
    ["in.k.99999999999=1", "is no input of a cell"],
    [`in.${"k".repeat(101)}=1`, "is no input of a cell"],
  ])("%s is named and left out", (query, problem) => {
    const { state, problems } = read(`${query}&in.good=2`);
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(state).toEqual({ inputs: new Map([["good", [2]]]) });
  });

  test("the first of two values counts, and both are named", () => {
    expect(read("in.k=1&in.k=2")).toEqual({
      state: { inputs: new Map([["k", [1]]]) },
      problems: ["The link says “in.k” twice; what it says first is used."],
    });
  });

  test("names such as __proto__ are names, and change nothing else", () => {
    const { state, problems } = read('in.__proto__=1&in.__proto__.polluted=2&in.constructor="x"');
    expect(problems).toEqual([]);
    expect([...state.inputs.keys()]).toEqual(["__proto__", "__proto__.polluted", "constructor"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("nothing is used when it is longer than a link may be", () => {
    const { state, problems } = read(`in.k=1&in.a="${"x".repeat(9000)}"`);
    expect(state.inputs.size).toBe(0);
    expect(problems).toEqual(["The link to this page is too long, so the page opens as it was made."]);
  });

  test("no text makes it throw", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (query) => {
        const { state } = read(query.replaceAll("#", ""));
        for (const values of state.inputs.values()) expect(values.length).toBeLessThanOrEqual(50);
      }),
    );
  });
});
