import { describe, expect, test } from "vitest";
import {
  type ExerciseRecord,
  lessonProgress,
  mergedRecords,
  presentName,
  progressWords,
  type Task,
  tasksOf,
  underPresentNames,
  untouched,
} from "../../../../src/course/exercises/index.ts";
import { parseNotebook } from "../../../../src/notebook/document/index.ts";

const exercise = (id: string): Task => ({ kind: "exercise", id, name: id });
const quiz = (id: string): Task => ({ kind: "quiz", id, name: `quiz ${id}` });
const passed: ExerciseRecord = { ...untouched, passed: true };
const tried: ExerciseRecord = { ...untouched, attempts: 1 };

test("the tasks of a lesson are its exercises and questions, in their order", () => {
  const question = '{"type":"number","question":"?","answer":1,"right":"a","wrong":"b"}';
  const lesson = [
    "```json quiz id=first",
    question,
    "```",
    "",
    "```js exercise id=second",
    "const a = ____;",
    "```",
    "",
    "```json quiz id=third",
    question,
    "```",
  ].join("\n");
  expect(tasksOf(parseNotebook(lesson))).toEqual([quiz("first"), exercise("second"), quiz("third")]);
});

describe("how far a reader is", () => {
  const tasks = [exercise("a"), quiz("a"), exercise("b"), exercise("c")];
  const standing = (...records: [string, ExerciseRecord][]) => lessonProgress(tasks, new Map(records));

  test("is told by what was passed, with the first task that was not", () => {
    expect(standing()).toMatchObject({ state: "untouched", next: exercise("a") });
    expect(standing(["b", tried])).toMatchObject({ state: "begun", next: exercise("a") });
    expect(standing(["a", passed], ["b", passed])).toMatchObject({ state: "begun", next: quiz("a") });
    const all = standing(["a", passed], ["quiz a", passed], ["b", passed], ["c", passed]);
    expect(all).toMatchObject({ state: "done", next: null });
  });

  test("does not count what the lesson no longer asks", () => {
    expect(standing(["gone", passed])).toMatchObject({
      state: "untouched",
      exercises: { passed: 0, all: 3 },
    });
  });

  test("is said in words", () => {
    expect(progressWords(standing())).toBe("3 exercises, 1 question");
    expect(progressWords(standing(["a", passed], ["b", passed]))).toBe(
      "2 of 3 exercises passed, 0 of 1 question right",
    );
    expect(progressWords(standing(["a", passed], ["quiz a", passed], ["b", passed], ["c", passed]))).toBe(
      "All 3 exercises passed, the question right",
    );
    expect(progressWords(lessonProgress([quiz("a")], new Map([["quiz a", passed]])))).toBe(
      "The question right",
    );
  });
});

describe("what was kept under an id of before", () => {
  const aliases = { old: "new" };

  test("is found under the present one, for exercises and for questions", () => {
    expect(presentName("old", aliases)).toBe("new");
    expect(presentName("quiz old", aliases)).toBe("quiz new");
    expect(presentName("other", aliases)).toBe("other");
    expect(presentName("constructor", aliases)).toBe("constructor");
  });

  test("is put together with what is there already", () => {
    const records = new Map([
      ["old", passed],
      ["new", tried],
      ["quiz old", tried],
    ]);
    const renamed = underPresentNames(records, aliases, mergedRecords);
    expect([...renamed.keys()]).toEqual(["new", "quiz new"]);
    expect(renamed.get("new")).toMatchObject({ passed: true, attempts: 1 });
  });
});
