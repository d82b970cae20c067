import {
  type LessonProgress,
  lessonProgress,
  progressWords,
  type Task,
} from "../../course/exercises/lesson-progress.ts";
import { type ExerciseRecord, untouched } from "../../course/exercises/progress.ts";
import { element } from "../../stdlib/element.ts";
import type { EtudeExercise } from "../exercises/etude-exercise.ts";
import type { EtudeQuiz } from "../exercises/etude-quiz.ts";

/** What the page says of its lesson: its tasks, and the lesson after it. */
export type ProgressData = { tasks: Task[]; next: { title: string; href: string } | null };

/** How the reader stands with the lesson, at its end, with what comes next. */
export class EtudeProgress extends HTMLElement {
  #data: ProgressData | null = null;
  #isAsking = false;

  connectedCallback(): void {
    if (this.#data) return;
    this.#data = JSON.parse(this.querySelector("script")!.textContent!) as ProgressData;
    document.addEventListener("etude:progress", () => this.#show());
    this.#show();
  }

  #tasks(): (EtudeExercise | EtudeQuiz)[] {
    return Array.from(document.querySelectorAll<EtudeExercise | EtudeQuiz>("etude-exercise, etude-quiz"));
  }

  #progress(): LessonProgress {
    const records = new Map<string, ExerciseRecord>();
    for (const { record } of this.#tasks()) {
      if (record.current !== untouched) records.set(record.task, record.current);
    }
    return lessonProgress(this.#data!.tasks, records);
  }

  #show(): void {
    const progress = this.#progress();
    this.dataset.progress = progress.state;
    this.#part("words").textContent = `${progressWords(progress)}.`;
    this.#part("next").replaceChildren(...this.#next(progress));
    if (!this.#isAsking) this.#part("again").replaceChildren(...this.#again(progress));
  }

  #next({ state, next }: LessonProgress): (Node | string)[] {
    if (next) {
      const what = next.kind === "exercise" ? "exercise" : "question";
      const label = state === "untouched" ? `Go to the first ${what}` : `Go on with the next ${what}`;
      return [element("a", { href: `#${next.kind}-${next.id}` }, label)];
    }
    const lesson = this.#data!.next;
    if (!lesson) return ["That was the last lesson."];
    return ["Next: ", element("a", { href: lesson.href }, lesson.title)];
  }

  #again({ state }: LessonProgress): Node[] {
    return state === "untouched" ? [] : [this.#button("reset-progress", "Start again …", () => this.#ask())];
  }

  #ask(): void {
    const end = () => {
      this.#isAsking = false;
      this.#show();
      this.querySelector<HTMLElement>("a, button")?.focus();
    };
    const forget = this.#button("forget-progress", "Forget it", async () => {
      await Promise.all(this.#tasks().map(({ record }) => record.happened({ kind: "reset" })));
      end();
    });
    const keep = this.#button("keep-progress", "Keep it", end);
    this.#isAsking = true;
    const question =
      "Forget how you stand with the exercises and questions of this lesson? Your code stays as it is.";
    this.#part("again").replaceChildren(element("span", {}, question), " ", forget, " ", keep);
    keep.focus();
  }

  #button(command: string, label: string, act: () => unknown): HTMLButtonElement {
    const attributes = { type: "button", "data-command": command, class: "etude-quiet" };
    const button = element("button", attributes, label);
    button.addEventListener("click", () => void act());
    return button;
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }
}
