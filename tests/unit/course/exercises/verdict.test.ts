import { describe, expect, test } from "vitest";
import {
  type Attempt,
  checkNames,
  missingNames,
  resultBefore,
  resultOf,
  resultOfMissing,
} from "../../../../src/course/exercises/index.ts";

const { pass, fail, near } = checkNames;

describe("what a check returns", () => {
  test.each([
    [pass("So that is why."), "passed", "So that is why."],
    [pass(), "passed", ""],
    [true, "passed", ""],
    [fail("One period only."), "failed", "One period only."],
    ["One period only.", "failed", "One period only."],
    [false, "failed", "Not yet."],
    [undefined, "error", "no verdict"],
    ["", "error", "no verdict"],
    [{ passed: true, message: "I say so" }, "error", "no verdict"],
  ])("%o is %s", (returned, state, message) => {
    const result = resultOf({ returned });
    expect(result.state).toBe(state);
    expect(result.message).toContain(message);
  });
});

describe("what a check throws", () => {
  test("is a verdict when it is one", () => {
    expect(resultOf({ thrown: fail("No.") })).toEqual({ state: "failed", message: "No." });
    expect(resultOf({ thrown: pass("Yes.") }).state).toBe("passed");
  });

  test("is no verdict on the answer when it was an accident, and says why", () => {
    expect(resultOf({ thrown: new TypeError("x.map is not a function") })).toEqual({
      state: "error",
      message: "This answer could not be checked: x.map is not a function",
    });
    expect(resultOf({ thrown: "out of tune" }).message).toContain("out of tune");
  });
});

describe("an attempt that does not come to the check", () => {
  test.each<[Attempt, string]>([
    [{ kind: "blank" }, "Fill in the blanks"],
    [{ kind: "empty" }, "There is nothing here yet"],
    [{ kind: "same" }, "Change it"],
    [
      { kind: "crashed", message: "x is not defined", line: 3 },
      "in line 3, so there is nothing to check yet: x is not defined",
    ],
    [{ kind: "crashed", message: "x is not defined" }, "Your code stopped, so"],
    [{ kind: "stopped" }, "was stopped"],
  ])("%o has failed, with a word that helps", (attempt, message) => {
    expect(resultBefore(attempt)).toMatchObject({
      state: "failed",
      message: expect.stringContaining(message),
    });
  });

  test("one that made something does", () => {
    expect(resultBefore({ kind: "made", exports: {} })).toBeNull();
  });
});

test("names that the check looks for and the starter promised are asked for when they are missing", () => {
  expect(missingNames(["best", "kCurve", "pass"], ["best", "why"], { answer: 3 })).toEqual(["best"]);
  expect(missingNames(["best"], ["best"], { best: undefined })).toEqual([]);
  expect(resultOfMissing(["best"]).message).toBe(
    "Your answer must be called `best`: write `const best = …` at the start of a line.",
  );
});

test.each([
  [0.1 + 0.2, 0.3, 1e-9, {}, true],
  [103, 100, 0.02, { relative: true }, false],
  [101, 100, 0.02, { relative: true }, true],
  [Number.NaN, 1, 5, {}, false],
  ["1", 1, 5, {}, false],
  [-1, -1, 0, {}, true],
])("near(%o, %d, %d, %o) is %s", (value, wanted, tolerance, options, answer) => {
  expect(near(value, wanted, tolerance, options)).toBe(answer);
});
