import type { NotebookDocument } from "../../notebook/document/index.ts";
import { exercisesOf } from "./exercise.ts";
import { quizTask, type Task } from "./lesson-progress.ts";
import { quizzesOf } from "./read-quiz.ts";

/** The tasks of a lesson, in their order. */
export function tasksOf(document: NotebookDocument): Task[] {
  const exercises = exercisesOf(document).map(({ id, starter: { line } }) => ({
    kind: "exercise" as const,
    id,
    name: id,
    line,
  }));
  const quizzes = quizzesOf(document).map(({ id, line }) => ({
    kind: "quiz" as const,
    id,
    name: quizTask(id),
    line,
  }));
  return [...exercises, ...quizzes]
    .sort((a, b) => a.line - b.line)
    .map(({ kind, id, name }) => ({ kind, id, name }));
}
