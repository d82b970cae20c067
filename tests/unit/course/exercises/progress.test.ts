import { expect, test } from "vitest";
import {
  type ExerciseEvent,
  maySeeSolution,
  recorded,
  untouched,
} from "../../../../src/course/exercises/index.ts";

const checked = (state: "failed" | "passed" | "error"): ExerciseEvent => ({
  kind: "checked",
  result: { state, message: state },
});
const after = (...events: ExerciseEvent[]) => events.reduce(recorded, untouched);

test("attempts are counted, but not those that could not be checked", () => {
  expect(after(checked("failed"), checked("error"), checked("passed")).attempts).toBe(2);
});

test("the result is that of the last attempt", () => {
  expect(after(checked("passed"), checked("failed")).result).toEqual({ state: "failed", message: "failed" });
});

test("the solution may be seen after an attempt, and passing before it is remembered", () => {
  expect(maySeeSolution(untouched)).toBe(false);
  expect(maySeeSolution(after(checked("error")))).toBe(false);
  expect(maySeeSolution(after(checked("failed")))).toBe(true);
  expect(after(checked("failed"), { kind: "solution" }, checked("passed")).passedAlone).toBe(false);
  expect(after(checked("passed"), { kind: "solution" }, checked("failed")).passedAlone).toBe(true);
});

test("hints are counted, and a reset forgets all of it", () => {
  expect(after({ kind: "hint" }, { kind: "hint" }).hintsShown).toBe(2);
  expect(after({ kind: "hint" }, checked("failed"), { kind: "reset" })).toEqual(untouched);
});

test("what was passed once stays passed, whatever is tried afterwards, until it is reset", () => {
  expect(after(checked("failed")).passed).toBe(false);
  expect(after({ kind: "solution" }, checked("passed"), checked("failed")).passed).toBe(true);
  expect(after(checked("passed"), { kind: "reset" }).passed).toBe(false);
});
