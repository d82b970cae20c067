import type { FenceBlock, NotebookDocument } from "../../notebook/document/index.ts";
import { type Quiz, quizSchema } from "./quiz.ts";

/** A quiz of a lesson, or what is wrong with it, at its line of the file, from 1. */
export type LessonQuiz = { id: string; line: number } & ({ quiz: Quiz } | { problems: string[] });

/** The quizzes of a lesson, in order. */
export function quizzesOf({ blocks }: NotebookDocument): LessonQuiz[] {
  return blocks
    .filter((block): block is FenceBlock => block.kind === "fence" && block.fence.kind === "quiz")
    .map(({ fence, source, line }) => ({ id: fence.options.id ?? "", line, ...readQuiz(source) }));
}

/** Reads the text of a `json quiz` fence. */
export function readQuiz(source: string): { quiz: Quiz } | { problems: string[] } {
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch (error) {
    return { problems: [`This is not JSON: ${(error as Error).message}.`] };
  }
  const read = quizSchema.safeParse(data);
  if (read.success) return { quiz: read.data };
  return {
    problems: read.error.issues.map(({ path, message }) =>
      path.length > 0 ? `${path.join(".")}: ${message}` : message,
    ),
  };
}
