import type { Page } from "playwright-core";
import { exercisesOf } from "../../../src/course/exercises/index.ts";
import { quizzesOf } from "../../../src/course/exercises/read-quiz.ts";
import { parseNotebook } from "../../../src/notebook/document/index.ts";
import { answerQuiz } from "./answer-quiz.ts";
import { attempt } from "./attempt.ts";
import { quizCases } from "./quiz-cases.ts";
import { says } from "./says.ts";

/** Everything in which the exercises of an open, settled lesson do not do what its file says, as `line: …`. */
export async function faultsOfExercises(page: Page, markdown: string): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, starter, solution, wrongs } of exercisesOf(parseNotebook(markdown))) {
    const tell = (line: number, what: string, { result, feedback }: { result: string; feedback: string }) =>
      faults.push(`${line}: exercise ${id}: ${what}, but it is ${result}: ${feedback}`);

    const first = await attempt(page, id, starter.source);
    if (first.result !== "failed") tell(starter.line, "the starter should not have passed yet", first);

    for (const { source, line, expect } of wrongs) {
      const shown = await attempt(page, id, source);
      const told = shown.result === "failed" && says(shown.feedback, expect);
      if (!told) tell(line, `a wrong attempt should fail with "${expect}"`, shown);
    }

    if (!solution) continue;
    const solved = await attempt(page, id, solution.source);
    if (solved.result !== "passed") tell(solution.line, "the solution should pass", solved);
    const again = await attempt(page, id, solution.source);
    if (again.result !== solved.result || again.feedback !== solved.feedback)
      tell(solution.line, `the solution should get "${solved.feedback}" a second time`, again);
  }
  return faults;
}

/** Everything in which the quizzes of an open, settled lesson do not do what its file says, as `line: …`. */
export async function faultsOfQuizzes(page: Page, markdown: string): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, line, ...read } of quizzesOf(parseNotebook(markdown))) {
    if ("problems" in read) {
      faults.push(`${line}: quiz ${id}: ${read.problems.join(" ")}`);
      continue;
    }
    const { quiz } = read;
    const truth =
      quiz.type === "curve" && typeof quiz.truth === "string" ? await numbers(page, quiz.truth) : [];
    for (const { name, answer, right, feedback } of quizCases(quiz, truth)) {
      const shown = await answerQuiz(page, id, answer);
      if (shown.result === (right ? "passed" : "failed") && says(shown.feedback, feedback)) continue;
      const wanted = `${right ? "right" : "wrong"}, with "${feedback}"`;
      faults.push(
        `${line}: quiz ${id}: ${name} should be ${wanted}, but it is ${shown.result}: ${shown.feedback}`,
      );
    }
  }
  return faults;
}

function numbers(page: Page, name: string): Promise<number[]> {
  return page.evaluate(async (name) => {
    const notebook = document.querySelector("etude-notebook") as HTMLElement & {
      value(name: string): Promise<ArrayLike<number>>;
    };
    return Array.from(await notebook.value(name));
  }, name);
}
