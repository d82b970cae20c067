import { expect, test } from "vitest";
import { type LessonPiece, lessonChanges } from "../../../../src/components/dev/lesson-changes.ts";

const piece = (kind: LessonPiece["kind"], id: string, html: string): LessonPiece => ({
  kind,
  id,
  nodes: [{ outerHTML: html } as Element],
});
const lesson = [
  piece("prose", "", "<p>One</p>"),
  piece("cell", "a", "<etude-cell>1</etude-cell>"),
  piece("task", "pick", "<etude-exercise>x</etude-exercise>"),
];
const withPiece = (i: number, other: LessonPiece) => lesson.map((each, j) => (j === i ? other : each));

test("only what has changed is to be replaced", () => {
  expect(lessonChanges(lesson, structuredClone(lesson))).toEqual([null, null, null]);
  const words = piece("prose", "", "<p>Two</p>");
  expect(lessonChanges(lesson, withPiece(0, words))).toEqual([words, null, null]);
  const cell = piece("cell", "a", "<etude-cell>2</etude-cell>");
  expect(lessonChanges(lesson, withPiece(1, cell))).toEqual([null, cell, null]);
});

test("a cell that came, went or has another name, and a changed exercise, want the page anew", () => {
  expect(lessonChanges(lesson, lesson.slice(1))).toBeNull();
  expect(lessonChanges(lesson, withPiece(1, piece("cell", "b", "<etude-cell>1</etude-cell>")))).toBeNull();
  expect(lessonChanges(lesson, withPiece(1, piece("prose", "", "<p>1</p>")))).toBeNull();
  expect(
    lessonChanges(lesson, withPiece(2, piece("task", "pick", "<etude-exercise>y</etude-exercise>"))),
  ).toBeNull();
});
