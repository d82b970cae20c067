import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allLessons } from "../../../../scripts/lib/lessons.ts";
import { markQuiz } from "../../../../src/course/exercises/mark-quiz.ts";
import { quizzesOf } from "../../../../src/course/exercises/read-quiz.ts";
import { parseNotebook } from "../../../../src/notebook/document/index.ts";
import { quizCases } from "../../../lessons/support/quiz-cases.ts";

// A curve whose truth is a name of the lesson is answered in a browser: tests/lessons/walk.
const quizzes = allLessons().flatMap(({ id: lesson, path }) =>
  quizzesOf(parseNotebook(readFileSync(path, "utf8"))).flatMap((read) =>
    "quiz" in read && !(read.quiz.type === "curve" && typeof read.quiz.truth === "string")
      ? [{ name: `${lesson}:${read.line} ${read.id}`, quiz: read.quiz }]
      : [],
  ),
);

describe.each(quizzes)("$name", ({ quiz }) => {
  test.each(quizCases(quiz))("says its own word to $name", ({ answer, right, feedback }) => {
    const mark = markQuiz(quiz, answer);
    expect(mark.right).toBe(right);
    expect(mark.feedback).toContain(feedback);
  });
});
