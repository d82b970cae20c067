import type { Rule } from "../finding.ts";

const NEEDED = ["check", "hint", "solution", "wrong"] as const;

/** Each exercise has a check, a hint, a solution and a wrong attempt, and each of those belongs to an exercise. */
export const exerciseParts: Rule = ({ fences }) => {
  const exercises = fences.filter(({ fence }) => fence.kind === "exercise");
  const ids = new Set(exercises.map(({ fence }) => fence.options.id));
  const lost = fences.flatMap(({ fence, line }) => {
    const target = fence.options.for;
    if (target === undefined || ids.has(target)) return [];
    return [{ line: line - 1, message: `There is no exercise with the id ${target}.` }];
  });
  const missing = exercises.flatMap(({ fence: { options }, line }) =>
    NEEDED.filter(
      (kind) => !fences.some(({ fence }) => fence.kind === kind && fence.options.for === options.id),
    ).map((kind) => ({ line: line - 1, message: `The exercise ${options.id} has no ${kind}.` })),
  );
  return [...lost, ...missing];
};
