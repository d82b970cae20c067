import type { Quiz } from "./quiz.ts";

type Of<Type extends Quiz["type"]> = Extract<Quiz, { type: Type }>;

/** An answer to a quiz: options by their places in the file, a number, items by their places in the right order, a curve. */
export type QuizAnswer =
  | { type: "choice"; chosen: number }
  | { type: "multiple"; chosen: readonly number[] }
  | { type: "number"; value: number }
  | { type: "order"; order: readonly number[] }
  | { type: "curve"; drawn: readonly number[]; truth: readonly number[] };

/** What an answer is worth: whether it is right, and what is said to it. */
export type QuizMark = { right: boolean; feedback: string[] };

/** Marks an answer. Throws when it is of another kind than the quiz. */
export function markQuiz(quiz: Quiz, answer: QuizAnswer): QuizMark {
  if (quiz.type === "choice" && answer.type === "choice") return markChoice(quiz, answer.chosen);
  if (quiz.type === "multiple" && answer.type === "multiple") return markMultiple(quiz, answer.chosen);
  if (quiz.type === "number" && answer.type === "number") return markNumber(quiz, answer.value);
  if (quiz.type === "order" && answer.type === "order") {
    const right = answer.order.length === quiz.items.length && answer.order.every((item, i) => item === i);
    return { right, feedback: [right ? quiz.right : quiz.wrong] };
  }
  if (quiz.type === "curve" && answer.type === "curve") return markCurve(quiz, answer);
  throw new TypeError(`A quiz of type ${quiz.type} cannot be answered by a ${answer.type}.`);
}

function markChoice({ options }: Of<"choice">, chosen: number): QuizMark {
  const option = options[chosen];
  if (!option) return { right: false, feedback: ["Choose an answer first."] };
  return { right: option.right, feedback: [option.feedback] };
}

/** Something is said to each option that was chosen wrongly, or left out wrongly; when all is right, to each right one. */
function markMultiple({ options }: Of<"multiple">, chosen: readonly number[]): QuizMark {
  if (chosen.length === 0) return { right: false, feedback: ["Choose at least one answer first."] };
  const wrong = options.filter(({ right }, i) => right !== chosen.includes(i));
  if (wrong.length === 0) {
    return { right: true, feedback: options.filter(({ right }) => right).map(({ feedback }) => feedback) };
  }
  // What was left out is not told, only that there is something.
  const tooMany = wrong.filter(({ right }) => !right).map(({ feedback }) => feedback);
  const missing = wrong.length - tooMany.length;
  const more = missing === 0 ? [] : [missing === 1 ? "One more is right." : `${missing} more are right.`];
  return { right: false, feedback: [...tooMany, ...more] };
}

function markNumber(quiz: Of<"number">, value: number): QuizMark {
  if (!Number.isFinite(value)) return { right: false, feedback: ["Write a number, such as 0.5."] };
  const { answer, tolerance, range, likely } = quiz;
  const [least, greatest] = range ?? [answer! - tolerance, answer! + tolerance];
  if (value >= least && value <= greatest) return { right: true, feedback: [quiz.right] };
  const known = likely.find((each) => Math.abs(value - each.value) <= each.tolerance);
  return { right: false, feedback: [known?.feedback ?? quiz.wrong] };
}

function markCurve(quiz: Of<"curve">, { drawn, truth }: Extract<QuizAnswer, { type: "curve" }>): QuizMark {
  if (drawn.length !== truth.length || drawn.some((y) => !Number.isFinite(y))) {
    return { right: false, feedback: ["Draw the whole curve first, from the left edge to the right."] };
  }
  const right = meanDistance(drawn, truth) <= quiz.tolerance;
  return { right, feedback: [right ? quiz.right : quiz.wrong] };
}

/** How far apart two curves are on the average. */
export function meanDistance(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length;
}

/** The right answer to a quiz; of a curve whose truth is in the lesson it takes the truth. For tests and for the key. */
export function rightAnswer(quiz: Quiz, truth: readonly number[] = []): QuizAnswer {
  switch (quiz.type) {
    case "choice":
      return { type: "choice", chosen: quiz.options.findIndex(({ right }) => right) };
    case "multiple":
      return { type: "multiple", chosen: quiz.options.flatMap(({ right }, i) => (right ? [i] : [])) };
    case "number":
      return { type: "number", value: quiz.answer ?? (quiz.range![0] + quiz.range![1]) / 2 };
    case "order":
      return { type: "order", order: quiz.items.map((_, i) => i) };
    case "curve": {
      const known = typeof quiz.truth === "string" ? truth : quiz.truth;
      return { type: "curve", drawn: known, truth: known };
    }
  }
}
