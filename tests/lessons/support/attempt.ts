import type { Page } from "playwright-core";
import type { Shown } from "./answer-quiz.ts";

/** Writes an answer into an exercise of the page, has it checked, and reads what it says. */
export function attempt(page: Page, id: string, source: string): Promise<Shown> {
  return page.evaluate(
    async ({ id, source }) => {
      const exercise = document.querySelector<HTMLElement & { check(): Promise<unknown> }>(
        `etude-exercise[data-exercise="${id}"]`,
      )!;
      const feedback = exercise.querySelector('[data-part="feedback"]')!;
      exercise.querySelector<HTMLElement & { source: string }>("etude-cell")!.source = source;
      await exercise.check();
      // The words come a moment after the result: what lays them out is loaded with the first.
      while (feedback.textContent === "Checking …") {
        await new Promise((resolve) => {
          const watch = new MutationObserver(() => {
            watch.disconnect();
            resolve(null);
          });
          watch.observe(feedback, { childList: true, characterData: true, subtree: true });
        });
      }
      return { result: exercise.dataset.result ?? "", feedback: feedback.textContent ?? "" };
    },
    { id, source },
  );
}
