import type { NotebookStore } from "../../notebook/storage/notebook-store.ts";
import type { EtudeNotebook } from "../../notebook/view/etude-notebook.ts";
import { isStudentView } from "../../notebook/view/student-view.ts";
import type { EtudeExercise } from "./etude-exercise.ts";
import type { EtudeQuiz } from "./etude-quiz.ts";
import { keptProgress } from "./kept-progress.ts";
import { progress, provideProgress } from "./progress-port.ts";

/** Wakes the exercises and the questions of the lesson on the page, and keeps how its reader stands with them. */
export async function defineTasks(openStore: () => Promise<NotebookStore>): Promise<void> {
  const notebook = document.querySelector<EtudeNotebook>("etude-notebook")!;
  // Who looks at the lesson as a student leaves no trace.
  if (!isStudentView()) {
    const aliases = JSON.parse(notebook.dataset.aliases ?? "{}") as Record<string, string>;
    const onSetAside = (tasks: string[]) =>
      notebook.notices.show(
        "progress-set-aside",
        `How you stood with ${tasks.join(", ")} could not be read; it is set aside, not deleted.`,
      );
    provideProgress(keptProgress(openStore, { aliases, onSetAside }));
  }
  const [{ EtudeExercise }, { EtudeQuiz }, { EtudeProgress }] = await Promise.all([
    import("./etude-exercise.ts"),
    import("./etude-quiz.ts"),
    import("../progress/etude-progress.ts"),
  ]);
  customElements.define("etude-quiz", EtudeQuiz);
  customElements.define("etude-exercise", EtudeExercise);
  customElements.define("etude-progress", EtudeProgress);
  // To listen takes the storage, which must not be in the way of the cells.
  await notebook.whenSettled();
  progress().onOtherTab((lesson) => {
    if (lesson !== notebook.notebookId) return;
    for (const { record } of document.querySelectorAll<EtudeExercise | EtudeQuiz>(
      "etude-exercise, etude-quiz",
    ))
      void record.follow().catch(() => {});
  });
}
