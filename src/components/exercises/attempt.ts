import {
  type Attempt,
  checkNames,
  missingNames,
  type Result,
  resultBefore,
  resultOf,
  resultOfMissing,
} from "../../course/exercises/index.ts";
import type { NotebookRuntime } from "../../notebook/runtime/index.ts";
import type { EtudeCell } from "../../notebook/view/etude-cell.ts";
import type { ExerciseData } from "../markdown/remark-exercises.ts";

/** A check, or what an attempt left unfinished, may take this long. */
const mostMs = 20_000;

/** Runs the cell of an exercise as it stands, and checks what it made. */
export async function checkAttempt(
  cell: EtudeCell,
  runtime: NotebookRuntime,
  data: ExerciseData,
): Promise<Result> {
  const attempt = await attemptOf(cell, data);
  const before = resultBefore(attempt);
  if (before || attempt.kind !== "made") return before!;
  if (!data.check) return resultOf({ returned: undefined });
  const missing = missingNames(data.check.inputs, data.promised, attempt.exports);
  if (missing.length > 0) return resultOfMissing(missing);
  try {
    const own = new Map(Object.entries({ ...checkNames, ...(await settledValues(attempt.exports)) }));
    const { value } = await inTime(runtime.evaluate(`${cell.cellId}-check`, data.check, own));
    return resultOf({ returned: value });
  } catch (thrown) {
    return resultOf({ thrown });
  }
}

async function attemptOf(cell: EtudeCell, { starter }: ExerciseData): Promise<Attempt> {
  if (withoutComments(cell.source) === "") return { kind: "empty" };
  // A starter with blanks says so when it is run.
  if (cell.source.trim() === starter.trim() && cell.dataset.blank === undefined) return { kind: "same" };
  await cell.run();
  await cell.ended();
  if (cell.status.blank) return { kind: "blank" };
  if (cell.error) return { kind: "crashed", message: cell.error.message, line: cell.error.line };
  const { exports } = cell;
  return exports && cell.state === "fulfilled" ? { kind: "made", exports } : { kind: "stopped" };
}

function withoutComments(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .trim();
}

/** Promises among the values, and what fills in bit by bit, as what they come to. */
async function settledValues(exports: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>> {
  const entries = Object.entries(exports).map(async ([name, value]) => [name, await inTime(value)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

function inTime<T>(value: T): Promise<Awaited<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`it took longer than ${mostMs / 1000} seconds. Try something smaller.`)),
      mostMs,
    );
  });
  return Promise.race([Promise.resolve(value), timeout]).finally(() => clearTimeout(timer));
}
