import { quizTask } from "../../course/exercises/lesson-progress.ts";
import { markQuiz, type QuizAnswer } from "../../course/exercises/mark-quiz.ts";
import type { ExerciseRecord } from "../../course/exercises/progress.ts";
import type { Quiz } from "../../course/exercises/quiz.ts";
import type { NotebookRuntime } from "../../notebook/runtime/index.ts";
import { element } from "../../stdlib/element.ts";
import { type CurveField, curveField } from "./curve-field.ts";
import { TaskRecord } from "./task-record.ts";

/** A question on the page. See `course/exercises/quiz.ts` for what it asks. */
export class EtudeQuiz extends HTMLElement {
  #quiz: Quiz | null = null;
  /** How it stands, and what is kept of that. */
  readonly record = new TaskRecord(
    this,
    () => quizTask(this.quizId),
    (record) => void this.#show(record),
  );
  #curve: CurveField | null = null;

  connectedCallback(): void {
    if (this.#quiz) return;
    this.#quiz = JSON.parse(this.#part("data").textContent!) as Quiz;
    const answer = element(
      "button",
      { type: "button", "data-command": "answer", class: "etude-quiet" },
      "Answer",
    );
    answer.addEventListener("click", () => void this.answer());
    this.#part("quiz-foot").append(answer);
    for (const input of this.querySelectorAll("input")) {
      // What is chosen here is no input of a notebook: its events stay inside.
      for (const kind of ["input", "change"])
        input.addEventListener(kind, (event) => event.stopPropagation());
      input.addEventListener("keydown", (event) => {
        if (event.key === "Enter") void this.answer();
      });
    }
    if (this.#quiz.type === "order") this.#addMoves();
    if (this.#quiz.type === "curve") {
      this.#curve = curveField(this.#quiz);
      this.querySelector('[data-part="curve"]')!.append(this.#curve.node);
    }
    this.#veil(true);
    void this.record.restore();
  }

  get quizId(): string {
    return this.dataset.quiz!;
  }

  /** Marks what is answered now, and says what it is worth. */
  async answer(): Promise<void> {
    const quiz = this.#quiz!;
    const given = await this.#given();
    const { right, feedback } = markQuiz(quiz, given);
    const result = { state: right ? "passed" : "failed", message: feedback.join("\n\n") } as const;
    const kept = this.record.happened({ kind: "checked", result });
    if (given.type === "curve" && given.drawn.every(Number.isFinite)) this.#curve!.reveal(given.truth);
    await kept;
  }

  get #notebook(): HTMLElement & { runtime: NotebookRuntime; notebookId: string } {
    return this.closest("etude-notebook")!;
  }

  async #given(): Promise<QuizAnswer> {
    const quiz = this.#quiz!;
    const inputs = Array.from(this.querySelectorAll<HTMLInputElement>("fieldset input"));
    switch (quiz.type) {
      case "choice":
        return { type: "choice", chosen: inputs.findIndex(({ checked }) => checked) };
      case "multiple":
        return { type: "multiple", chosen: inputs.flatMap(({ checked }, i) => (checked ? [i] : [])) };
      case "number": {
        const text = inputs[0]!.value.trim().replace("\u2212", "-").replace(",", ".");
        return { type: "number", value: text === "" ? Number.NaN : Number(text) };
      }
      case "order":
        return {
          type: "order",
          order: Array.from(this.querySelectorAll<HTMLElement>("[data-item]"), ({ dataset }) =>
            Number(dataset.item),
          ),
        };
      case "curve":
        return { type: "curve", drawn: this.#curve!.values(), truth: await this.#truth(quiz.truth) };
    }
  }

  async #truth(truth: string | number[]): Promise<number[]> {
    if (typeof truth !== "string") return truth;
    return Array.from((await this.#notebook.runtime.value(truth)) as ArrayLike<number>);
  }

  async #show({ result }: ExerciseRecord): Promise<void> {
    const isAnswered = result.state !== "unattempted";
    this.#veil(!isAnswered);
    if (!isAnswered) return this.#part("feedback").replaceChildren();
    const { markdownFragment } = await import("../../stdlib/markup/md.ts");
    if (this.record.current.result === result) {
      this.#part("feedback").replaceChildren(markdownFragment(result.message));
    }
  }

  /** Hides what the answer would be read off, until there is one. */
  #veil(on: boolean): void {
    const cell = this.#quiz!.reveals;
    const veiled = cell && this.#notebook.querySelector<HTMLElement>(`etude-cell[data-cell="${cell}"]`);
    if (!veiled) return;
    veiled.toggleAttribute("data-veiled", on);
    veiled.querySelector(':scope > [data-part="veil"]')?.remove();
    if (!on) return;
    const show = element("button", { type: "button", class: "etude-quiet" }, "Show without guessing");
    show.addEventListener("click", () => this.#veil(false));
    const link = element("a", { href: `#${this.id}` }, "Guess first");
    veiled.prepend(element("div", { "data-part": "veil" }, link, ", then this figure shows. ", show));
  }

  #addMoves(): void {
    for (const item of this.querySelectorAll<HTMLElement>("[data-item]")) {
      const name = item.textContent!.trim();
      const move = (label: string, sign: string, act: () => void) => {
        const button = element(
          "button",
          { type: "button", class: "etude-quiet", "aria-label": `${label}: ${name}` },
          sign,
        );
        button.addEventListener("click", () => {
          act();
          button.focus();
        });
        return button;
      };
      const up = move("Up", "↑", () => item.previousElementSibling?.before(item));
      const down = move("Down", "↓", () => item.nextElementSibling?.after(item));
      item.append(element("span", { class: "etude-moves" }, up, down));
    }
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`:scope > [data-part="${name}"]`)!;
  }
}
