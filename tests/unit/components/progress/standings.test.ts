import { expect, test } from "vitest";
import { type CourseLesson, standings, whereToGoOn } from "../../../../src/components/progress/standings.ts";
import { recordText, untouched } from "../../../../src/course/exercises/index.ts";

const lesson = (id: string, aliases = {}): CourseLesson => ({
  id,
  title: id.toUpperCase(),
  tasks: [{ kind: "exercise", id: "one", name: "one" }],
  aliases,
});
const course = [lesson("m/a"), lesson("m/b", { once: "one" }), lesson("m/c")];
const kept = (notebook: string, updated: number, isPassed: boolean, task = "one") => ({
  notebook,
  task,
  updated,
  json: recordText({ ...untouched, attempts: 1, passed: isPassed }),
});
const titleOf = (...all: Parameters<typeof kept>[]) =>
  whereToGoOn(
    standings(
      course,
      all.map((each) => kept(...each)),
    ),
  )?.title;

test("lessons stand as what is kept of them says, under ids of before as well", () => {
  const states = standings(course, [kept("m/a", 1, false), kept("m/b", 2, true, "once")]);
  expect(states.map(({ progress, updated }) => [progress.state, updated])).toEqual([
    ["begun", 1],
    ["done", 2],
    ["untouched", 0],
  ]);
});

test("what is not of the course, or cannot be read, is passed over", () => {
  const strange = { notebook: "m/a", task: "one", updated: 9, json: "{" };
  const all = standings(course, [strange, kept("x/y", 9, true), kept("m/a", 9, true, "gone")]);
  expect(all.every(({ progress, updated }) => progress.state === "untouched" && updated === 0)).toBe(true);
});

test("one goes on where one was last, or with what comes after it when that is done", () => {
  expect(titleOf()).toBe(undefined);
  expect(titleOf(["m/a", 5, false], ["m/c", 3, false])).toBe("M/A");
  expect(titleOf(["m/a", 5, true])).toBe("M/B");
  expect(titleOf(["m/c", 5, true])).toBe("M/A");
  expect(titleOf(["m/a", 1, true], ["m/b", 2, true], ["m/c", 3, true])).toBe(undefined);
});
