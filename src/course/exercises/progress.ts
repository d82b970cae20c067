import type { Result } from "./verdict.ts";

/** What is kept of one exercise. */
export type ExerciseRecord = {
  result: Result;
  attempts: number;
  hintsShown: number;
  solutionShown: boolean;
  /** Whether it was passed once; it stays so, whatever is tried afterwards. */
  passed: boolean;
  /** Whether it was passed before the solution was looked at; it stays so. */
  passedAlone: boolean;
};

/** An exercise that nobody has touched. */
export const untouched: ExerciseRecord = {
  result: { state: "unattempted", message: "" },
  attempts: 0,
  hintsShown: 0,
  solutionShown: false,
  passed: false,
  passedAlone: false,
};

/** After so many attempts the solution may be seen. */
export const attemptsForSolution = 1;

/** What happened to an exercise. */
export type ExerciseEvent =
  | { kind: "checked"; result: Result }
  | { kind: "hint" }
  | { kind: "solution" }
  | { kind: "reset" };

/** The record after an event. What was passed once stays passed in what is kept; its message follows the last attempt. */
export function recorded(record: ExerciseRecord, event: ExerciseEvent): ExerciseRecord {
  switch (event.kind) {
    case "checked": {
      const passed = event.result.state === "passed";
      return {
        ...record,
        result: event.result,
        // What could not be checked was no attempt.
        attempts: record.attempts + (event.result.state === "error" ? 0 : 1),
        passed: record.passed || passed,
        passedAlone: record.passedAlone || (passed && !record.solutionShown),
      };
    }
    case "hint":
      return { ...record, hintsShown: record.hintsShown + 1 };
    case "solution":
      return { ...record, solutionShown: true };
    case "reset":
      return untouched;
  }
}

const order: Record<Result["state"], number> = { unattempted: 0, error: 1, failed: 2, passed: 3 };

/** What is known of an exercise that was worked on in two places: the better result, and all that was done or seen. */
export function mergedRecords(one: ExerciseRecord, other: ExerciseRecord): ExerciseRecord {
  return {
    result: order[other.result.state] > order[one.result.state] ? other.result : one.result,
    attempts: Math.max(one.attempts, other.attempts),
    hintsShown: Math.max(one.hintsShown, other.hintsShown),
    solutionShown: one.solutionShown || other.solutionShown,
    passed: one.passed || other.passed,
    passedAlone: one.passedAlone || other.passedAlone,
  };
}

/** Whether the solution may be seen: after an attempt, or once it is passed. */
export function maySeeSolution({ attempts, result }: ExerciseRecord): boolean {
  return attempts >= attemptsForSolution || result.state === "passed";
}
