import { type ExerciseRecord, maySeeSolution } from "../../course/exercises/progress.ts";
import type { NotebookRuntime } from "../../notebook/runtime/index.ts";
import type { EtudeCell } from "../../notebook/view/etude-cell.ts";
import { element } from "../../stdlib/element.ts";
import type { ExerciseData } from "../markdown/remark-exercises.ts";
import { TaskRecord } from "./task-record.ts";

const states: Record<ExerciseRecord["result"]["state"], string> = {
  unattempted: "",
  failed: "Not yet",
  passed: "Passed",
  error: "Could not be checked",
};

/** An exercise on the page: its cell, a check, hints, and the solution once it was tried. */
export class EtudeExercise extends HTMLElement {
  #data: ExerciseData | null = null;
  /** How it stands, and what is kept of that. */
  readonly record = new TaskRecord(
    this,
    () => this.exerciseId,
    () => this.#show(),
  );
  readonly #check = this.#button("check", "Check", () => this.check());
  readonly #hint = this.#button("hint", "Hint", () => this.#showHint());
  readonly #solution = this.#button("solution", "Solution", () => this.#showSolution());
  readonly #state = element("span", { "data-part": "exercise-state" });

  connectedCallback(): void {
    if (this.#data) return;
    this.#data = JSON.parse(this.#part("data").textContent!) as ExerciseData;
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", `Exercise ${this.exerciseId}`);
    this.#part("exercise-title").append(this.#state);
    this.#part("exercise-foot").replaceChildren(this.#check, this.#hint, this.#solution);
    this.#show();
    void this.record.restore();
  }

  get exerciseId(): string {
    return this.dataset.exercise!;
  }

  get #cell(): EtudeCell {
    return this.querySelector("etude-cell")!;
  }

  get #notebook(): HTMLElement & { runtime: NotebookRuntime; notebookId: string } {
    return this.closest("etude-notebook")!;
  }

  /** Runs the answer as it stands and says what it is worth. */
  async check(): Promise<ExerciseRecord["result"]> {
    this.#check.setAttribute("aria-disabled", "true");
    this.dataset.checking = "";
    this.#part("feedback").textContent = "Checking …";
    try {
      const { checkAttempt } = await import("./attempt.ts");
      const result = await checkAttempt(this.#cell, this.#notebook.runtime, this.#data!);
      await this.record.happened({ kind: "checked", result });
      return result;
    } finally {
      delete this.dataset.checking;
      this.#check.removeAttribute("aria-disabled");
    }
  }

  #showHint(): void {
    void this.record.happened({ kind: "hint" });
    this.#part("hints")
      .querySelectorAll<HTMLElement>(":scope > li")
      [this.record.current.hintsShown - 1]?.focus();
  }

  #showSolution(): void {
    void this.record.happened({ kind: "solution" });
  }

  #show(): void {
    const { result, hintsShown, solutionShown } = this.record.current;
    const data = this.#data!;
    this.#state.textContent = states[result.state];
    void this.#showFeedback(result);
    const hints = this.#part("hints");
    hints.hidden = hintsShown === 0;
    for (const [i, hint] of hints.querySelectorAll<HTMLElement>(":scope > li").entries()) {
      hint.hidden = i >= hintsShown;
      hint.tabIndex = -1;
    }
    const left = data.hints - hintsShown;
    this.#hint.hidden = left <= 0;
    this.#hint.textContent = hintsShown === 0 ? "Hint" : `Another hint (${left} left)`;
    this.#solution.hidden = data.solution === null || solutionShown || !maySeeSolution(this.record.current);
    const solution = this.#part("solution");
    solution.hidden = !solutionShown;
    if (!solutionShown) solution.replaceChildren();
    if (!solutionShown || solution.childElementCount > 0) return;
    const take = this.#button("take-solution", "Put it into the cell", () => {
      this.#cell.source = data.solution!;
      void this.#cell.run();
    });
    solution.append(
      element("p", {}, "One solution:"),
      element("pre", { tabindex: 0 }, element("code", {}, data.solution)),
      take,
    );
  }

  async #showFeedback({ state, message }: ExerciseRecord["result"]): Promise<void> {
    const feedback = this.#part("feedback");
    if (state === "unattempted") {
      feedback.replaceChildren();
      return;
    }
    const text = message || (state === "passed" ? "Right." : "Not yet.");
    const { markdownFragment } = await import("../../stdlib/markup/md.ts");
    feedback.replaceChildren(markdownFragment(text));
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`:scope > [data-part="${name}"]`)!;
  }

  #button(command: string, label: string, act: () => unknown): HTMLButtonElement {
    const button = element(
      "button",
      { type: "button", "data-command": command, class: "etude-quiet" },
      label,
    );
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") !== "true") void act();
    });
    return button;
  }
}
