import type { ExerciseRecord } from "./progress.ts";

/** An exercise or a question of a lesson, by the name under which its progress is kept. */
export type Task = { kind: "exercise" | "quiz"; id: string; name: string };

/** The name under which the progress of a question is kept; that of an exercise is its id. */
export function quizTask(id: string): string {
  return `quiz ${id}`;
}

/** How far a reader is with a lesson. */
export type LessonProgress = {
  state: "untouched" | "begun" | "done";
  exercises: { passed: number; all: number };
  quizzes: { passed: number; all: number };
  /** The first task that is not passed. */
  next: Task | null;
};

/** How far a reader is, by what is kept of the tasks. */
export function lessonProgress(
  tasks: readonly Task[],
  records: ReadonlyMap<string, ExerciseRecord>,
): LessonProgress {
  const isPassed = ({ name }: Task) => records.get(name)?.passed === true;
  const counted = (kind: Task["kind"]) => {
    const all = tasks.filter((task) => task.kind === kind);
    return { passed: all.filter(isPassed).length, all: all.length };
  };
  const next = tasks.find((task) => !isPassed(task)) ?? null;
  const isTouched = tasks.some(({ name }) => records.has(name));
  const state = !isTouched ? "untouched" : next ? "begun" : "done";
  return { state, exercises: counted("exercise"), quizzes: counted("quiz"), next };
}

/** `2 of 3 exercises passed, 1 question right`; as a promise where nothing has been tried: `3 exercises, 1 question`. */
export function progressWords({ state, exercises, quizzes }: LessonProgress): string {
  const said = (
    { passed, all }: { passed: number; all: number },
    [one, many]: readonly [string, string],
    done: string,
  ) => {
    if (all === 0) return [];
    const noun = all === 1 ? one : many;
    if (state === "untouched") return [`${all} ${noun}`];
    return [
      passed === all
        ? `${all === 1 ? "the" : `all ${all}`} ${noun} ${done}`
        : `${passed} of ${all} ${noun} ${done}`,
    ];
  };
  const words = [
    ...said(exercises, ["exercise", "exercises"], "passed"),
    ...said(quizzes, ["question", "questions"], "right"),
  ].join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Records under the names that their tasks have now.
 * @param aliases the present id of an exercise or a question by the id that it had once
 */
export function underPresentNames<T>(
  records: ReadonlyMap<string, T>,
  aliases: Readonly<Record<string, string>>,
  merged: (one: T, other: T) => T,
): Map<string, T> {
  const renamed = new Map<string, T>();
  for (const [name, record] of records) {
    const present = presentName(name, aliases);
    const there = renamed.get(present);
    renamed.set(present, there === undefined ? record : merged(there, record));
  }
  return renamed;
}

/** The name that a task has now. */
export function presentName(name: string, aliases: Readonly<Record<string, string>>): string {
  const quiz = quizTask("");
  const id = name.startsWith(quiz) ? name.slice(quiz.length) : name;
  if (!Object.hasOwn(aliases, id)) return name;
  return name.startsWith(quiz) ? quizTask(aliases[id]!) : aliases[id]!;
}
