import type { ExerciseRecord } from "../../course/exercises/index.ts";

/** Where the progress of a reader is kept. */
export type ProgressPort = {
  /** What is kept of an exercise of a lesson; null when nothing is. */
  read(lesson: string, exercise: string): Promise<ExerciseRecord | null>;
  write(lesson: string, exercise: string, record: ExerciseRecord): Promise<void>;
};

/** Progress for as long as the page is open. */
export function memoryProgress(): ProgressPort {
  const records = new Map<string, ExerciseRecord>();
  const key = (lesson: string, exercise: string) => `${lesson}#${exercise}`;
  return {
    read: async (lesson, exercise) => records.get(key(lesson, exercise)) ?? null,
    write: async (lesson, exercise, record) => void records.set(key(lesson, exercise), record),
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
