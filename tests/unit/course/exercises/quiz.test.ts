import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markQuiz, type QuizAnswer, rightAnswer } from "../../../../src/course/exercises/mark-quiz.ts";
import type { Quiz } from "../../../../src/course/exercises/quiz.ts";
import { readQuiz } from "../../../../src/course/exercises/read-quiz.ts";

function quiz(data: object): Quiz {
  const read = readQuiz(JSON.stringify(data));
  if ("problems" in read) throw new Error(read.problems.join(" "));
  return read.quiz;
}
const marked = (data: object, answer: QuizAnswer) => markQuiz(quiz(data), answer);

const question = "Which?";
const option = (text: string, right = false) => ({ text, right, feedback: `about ${text}` });
const choice = { type: "choice", question, options: [option("a"), option("b", true), option("c")] };
const multiple = { type: "multiple", question, options: [option("a", true), option("b", true), option("c")] };
const number = {
  type: "number",
  question,
  answer: 3208,
  tolerance: 2,
  right: "Yes.",
  wrong: "Count the periods.",
  likely: [{ value: 1604, tolerance: 2, feedback: "That is one period." }],
};
const order = { type: "order", question, items: ["p", "q", "r"], right: "Yes.", wrong: "No." };
const curve = {
  type: "curve",
  question,
  x: { label: "k", values: [1, 2, 3] },
  y: { label: "score", domain: [0, 1] },
  truth: [0.2, 0.8, 0.4],
  tolerance: 0.1,
  right: "Yes.",
  wrong: "It turns.",
};

describe("an answer is marked, and told what fits it", () => {
  test.each<[object, QuizAnswer, boolean, string[]]>([
    [choice, { type: "choice", chosen: 1 }, true, ["about b"]],
    [choice, { type: "choice", chosen: 2 }, false, ["about c"]],
    [choice, { type: "choice", chosen: -1 }, false, ["Choose an answer first."]],
    [multiple, { type: "multiple", chosen: [1, 0] }, true, ["about a", "about b"]],
    [multiple, { type: "multiple", chosen: [0] }, false, ["One more is right."]],
    [multiple, { type: "multiple", chosen: [0, 1, 2] }, false, ["about c"]],
    [multiple, { type: "multiple", chosen: [2] }, false, ["about c", "2 more are right."]],
    [multiple, { type: "multiple", chosen: [] }, false, ["Choose at least one answer first."]],
    [number, { type: "number", value: 3210 }, true, ["Yes."]],
    [number, { type: "number", value: 3210.5 }, false, ["Count the periods."]],
    [number, { type: "number", value: 1604 }, false, ["That is one period."]],
    [number, { type: "number", value: Number.NaN }, false, ["Write a number, such as 0.5."]],
    [order, { type: "order", order: [0, 1, 2] }, true, ["Yes."]],
    [order, { type: "order", order: [1, 0, 2] }, false, ["No."]],
    [curve, { type: "curve", drawn: [0.25, 0.7, 0.45], truth: [0.2, 0.8, 0.4] }, true, ["Yes."]],
    [curve, { type: "curve", drawn: [0.2, 0.5, 0.8], truth: [0.2, 0.8, 0.4] }, false, ["It turns."]],
    [
      curve,
      { type: "curve", drawn: [0.2, Number.NaN, 0.4], truth: [0.2, 0.8, 0.4] },
      false,
      ["Draw the whole curve first, from the left edge to the right."],
    ],
  ])("%# %o", (data, answer, right, feedback) => {
    expect(marked(data, answer)).toEqual({ right, feedback });
  });

  test("of another kind is refused", () => {
    expect(() => marked(choice, { type: "number", value: 1 })).toThrow("A quiz of type choice");
  });
});

test("the key of every quiz is right", () => {
  for (const data of [choice, multiple, number, order, curve]) {
    expect(markQuiz(quiz(data), rightAnswer(quiz(data))).right).toBe(true);
  }
});

test("only one order of the items is right", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }), (shuffled) => {
      expect(marked(order, { type: "order", order: shuffled }).right).toBe(shuffled.join() === "0,1,2");
    }),
  );
});

describe("a quiz that says too little is told what it lacks", () => {
  test.each([
    ["{", "This is not JSON"],
    [
      JSON.stringify({ ...choice, options: [option("a"), option("b")] }),
      'exactly one option with "right": true',
    ],
    [JSON.stringify({ ...choice, options: [{ text: "a", right: true }, option("b")] }), "options.0.feedback"],
    [JSON.stringify({ ...number, range: [1, 2] }), 'either "answer" (with "tolerance") or "range"'],
    [JSON.stringify({ ...curve, truth: [1] }), "a number for each value of x"],
    [JSON.stringify({ ...choice, hint: "x" }), "hint"],
    [JSON.stringify({ type: "riddle" }), "type"],
  ])("%s", (source, message) => {
    const read = readQuiz(source);
    expect("problems" in read && read.problems.join(" ")).toContain(message);
  });
});
