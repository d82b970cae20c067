import { type ExerciseRecord, mergedRecords } from "./progress.ts";
import type { Result } from "./verdict.ts";

const version = 1;
/** A message is kept no longer than this. */
const mostCharacters = 2000;
const states: readonly Result["state"][] = ["unattempted", "failed", "passed", "error"];

/** A record as the text that is kept of it. */
export function recordText({ result, ...rest }: ExerciseRecord): string {
  const message = Array.from(result.message);
  const kept =
    message.length > mostCharacters ? `${message.slice(0, mostCharacters).join("")} …` : result.message;
  return JSON.stringify({ version, result: { state: result.state, message: kept }, ...rest });
}

/** The record that a text holds; null for one that this version does not understand, or that is none. */
export function readRecordText(text: string): ExerciseRecord | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  const { version: its, result, attempts, hintsShown, solutionShown, passed, passedAlone } = fields(read);
  const { state, message } = fields(result);
  const isRight =
    its === version &&
    states.includes(state as Result["state"]) &&
    typeof message === "string" &&
    isCount(attempts) &&
    isCount(hintsShown) &&
    [solutionShown, passed, passedAlone].every((each) => typeof each === "boolean");
  if (!isRight) return null;
  return {
    result: { state: state as Result["state"], message },
    attempts,
    hintsShown,
    solutionShown: solutionShown === true,
    passed: passed === true,
    passedAlone: passedAlone === true,
  };
}

/** Of two texts that are kept of one exercise the text of both together; the first where one cannot be read. */
export function mergedRecordTexts(one: string, other: string): string {
  const records = [readRecordText(one), readRecordText(other)];
  const [here, there] = records;
  if (!here || !there) return one;
  const merged = recordText(mergedRecords(here, there));
  return merged === recordText(here) ? one : merged;
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
