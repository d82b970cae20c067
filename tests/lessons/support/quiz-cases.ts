import { meanDistance, type QuizAnswer, rightAnswer } from "../../../src/course/exercises/mark-quiz.ts";
import type { Quiz } from "../../../src/course/exercises/quiz.ts";

/** An answer to a quiz, and what its lesson promises to say to it. */
export type QuizCase = { name: string; answer: QuizAnswer; right: boolean; feedback: string };

/**
 * The right answer of a quiz and one for each thing that its author thought could go wrong: every wrong option, every
 * likely number, another order, another curve.
 * @param truth of a curve whose truth is a name of the lesson
 */
export function quizCases(quiz: Quiz, truth: readonly number[] = []): QuizCase[] {
  const answer = rightAnswer(quiz, truth);
  const right = (feedback: string): QuizCase => ({ name: "the key", answer, right: true, feedback });
  const wrong = (name: string, answer: QuizAnswer, feedback: string): QuizCase => ({
    name,
    answer,
    right: false,
    feedback,
  });
  switch (quiz.type) {
    case "choice": {
      const { options } = quiz;
      const others = options.flatMap((option, chosen) =>
        option.right ? [] : [wrong(option.text, { type: "choice", chosen }, option.feedback)],
      );
      return [right(options.find((option) => option.right)!.feedback), ...others];
    }
    case "multiple": {
      const key = quiz.options.flatMap((option, i) => (option.right ? [i] : []));
      const others = quiz.options.flatMap((option, i) =>
        option.right
          ? []
          : [wrong(`also ${option.text}`, { type: "multiple", chosen: [...key, i] }, option.feedback)],
      );
      const keyed = quiz.options.filter((option) => option.right).map(({ feedback }) => right(feedback));
      return [...keyed, ...others];
    }
    case "number": {
      const likely = quiz.likely.map(({ value, feedback }) =>
        wrong(String(value), { type: "number", value }, feedback),
      );
      const greatest = quiz.range?.[1] ?? quiz.answer! + quiz.tolerance;
      const far = [greatest, ...quiz.likely.map((each) => each.value + each.tolerance)];
      const value = Math.max(...far) + 1000;
      return [right(quiz.right), ...likely, wrong(String(value), { type: "number", value }, quiz.wrong)];
    }
    case "order": {
      const order = quiz.items.map((_, i) => i).reverse();
      return [right(quiz.right), wrong("the reverse", { type: "order", order }, quiz.wrong)];
    }
    case "curve": {
      const known = typeof quiz.truth === "string" ? truth : quiz.truth;
      const ends = quiz.y.domain.map((end) => known.map(() => end));
      // Along the edge that is farther from the truth: if not even that is wrong, every curve is right.
      const [edge] = ends.sort((a, b) => meanDistance(b, known) - meanDistance(a, known));
      const drawn: QuizAnswer = { type: "curve", drawn: edge!, truth: known };
      return [right(quiz.right), wrong("along an edge", drawn, quiz.wrong)];
    }
  }
}
