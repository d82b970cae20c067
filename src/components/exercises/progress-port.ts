import {
  type ExerciseEvent,
  type ExerciseRecord,
  recorded,
  untouched,
} from "../../course/exercises/progress.ts";

/** Where the progress of a reader is kept; a task is an exercise or a question, by its name (`Task` in course/exercises). */
export type ProgressPort = {
  /** What is kept of a task of a lesson; null when nothing is. */
  read(lesson: string, task: string): Promise<ExerciseRecord | null>;
  /** Keeps what has happened to a task; resolves to what is kept of it then. */
  happened(lesson: string, task: string, event: ExerciseEvent): Promise<ExerciseRecord>;
  /** Told when another tab has changed what is kept of a lesson; fetches the storage to hear of it. */
  onOtherTab(listener: (lesson: string) => void): void;
};

/** Progress for as long as the page is open. */
export function memoryProgress(): ProgressPort {
  const records = new Map<string, ExerciseRecord>();
  const key = (lesson: string, task: string) => JSON.stringify([lesson, task]);
  return {
    read: async (lesson, task) => records.get(key(lesson, task)) ?? null,
    async happened(lesson, task, event) {
      const record = recorded(records.get(key(lesson, task)) ?? untouched, event);
      if (event.kind === "reset") records.delete(key(lesson, task));
      else records.set(key(lesson, task), record);
      return record;
    },
    onOtherTab() {},
  };
}

let port: ProgressPort = memoryProgress();

/** Has progress kept elsewhere than in memory; to be called before exercises are defined. */
export function provideProgress(provided: ProgressPort): void {
  port = provided;
}

/** Where progress is kept. */
export function progress(): ProgressPort {
  return port;
}
