import type { Page } from "playwright-core";
import type { QuizAnswer } from "../../../src/course/exercises/mark-quiz.ts";

/** What a quiz of the page shows after an answer: `data-result`, and the text of its feedback. */
export type Shown = { result: string; feedback: string };

/** Gives an answer to a quiz on the page, through its form, and reads what it says. */
export function answerQuiz(page: Page, id: string, answer: QuizAnswer): Promise<Shown> {
  return page.evaluate(
    async ({ id, answer }) => {
      const quiz = document.querySelector<HTMLElement & { answer(): Promise<void> }>(
        `etude-quiz[data-quiz="${id}"]`,
      )!;
      const inputs = Array.from(quiz.querySelectorAll<HTMLInputElement>("fieldset input"));
      switch (answer.type) {
        case "choice":
          inputs[answer.chosen]!.checked = true;
          break;
        case "multiple":
          for (const [i, input] of inputs.entries()) input.checked = answer.chosen.includes(i);
          break;
        case "number":
          inputs[0]!.value = String(answer.value);
          break;
        case "order": {
          const list = quiz.querySelector('[data-part="items"]')!;
          for (const item of answer.order) list.append(list.querySelector(`[data-item="${item}"]`)!);
          break;
        }
        case "curve":
          for (const [i, slider] of quiz
            .querySelectorAll<HTMLInputElement>(".etude-curve-keys input")
            .entries()) {
            slider.value = String(answer.drawn[i]);
            slider.dispatchEvent(new Event("input"));
          }
          break;
      }
      const feedback = quiz.querySelector('[data-part="feedback"]')!;
      feedback.replaceChildren();
      // The words come a moment after the result: what lays them out is loaded with the first.
      const said = new Promise((resolve) => {
        new MutationObserver(() => feedback.childElementCount > 0 && resolve(null)).observe(feedback, {
          childList: true,
        });
      });
      await quiz.answer();
      if (feedback.childElementCount === 0) await said;
      return { result: quiz.dataset.result ?? "", feedback: feedback.textContent ?? "" };
    },
    { id, answer },
  );
}
