import type { Rule } from "../finding.ts";

const NEEDED = ["check", "hint", "solution", "wrong"] as const;

/** Each exercise has a check, a hint, a solution and a wrong attempt, and each of those belongs to an exercise. */
const find: Rule["find"] = ({ fences }) => {
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

export const exerciseParts: Rule = {
  code: "L06",
  name: "exercise-parts",
  wants:
    "An exercise has a check, a hint, a solution and a wrong attempt, and each of those belongs to an exercise.",
  why: "The solution and the wrong attempts are the tests of the check; a reader who is stuck has only the hint.",
  wrong: "```js check for=piano\nreturn pass();\n```",
  right:
    '```js exercise id=piano\nconst keys = ____;\n```\n\n```js check for=piano\nreturn keys === 88 ? pass() : "Count the black ones too.";\n```\n\n```md hint for=piano\nMore than 80.\n```\n\n```js solution for=piano\nconst keys = 88;\n```\n\n```js wrong for=piano expect="Count the black ones"\nconst keys = 52;\n```',
  find,
};
