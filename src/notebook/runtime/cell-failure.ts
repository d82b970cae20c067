import type { SyntaxFault } from "../compile/try-compile.ts";
import { type CellError, saysTheSame } from "./cell-error.ts";
import type { ErrorHost, RunningCell } from "./cell-host.ts";
import { explainFault } from "./explain-assignment.ts";
import { explainError, isAboutOthers, thrown } from "./explain-error.ts";
import { isExplained } from "./explained.ts";

/** Said of what runs code of the cell when it is read, and so may throw in its turn or never end. */
const unreadable: CellError = {
  kind: "runtime",
  message: "The cell threw something that cannot be read.",
};

/** What went wrong in a cell, as the learner reads it. */
export class CellFailure {
  readonly #cell: RunningCell;
  readonly #host: ErrorHost;
  #thrown: unknown = null;
  #error: CellError | null = null;
  #late: CellError | null = null;

  constructor(cell: RunningCell, host: ErrorHost) {
    this.#cell = cell;
    this.#host = host;
  }

  /** Why the cell has no result; else what failed in code of it that ran later. */
  get error(): CellError | null {
    return this.#error ?? this.#late;
  }

  /** Takes down why the cell has no result, and explains it. */
  set(failure: unknown): CellError {
    this.#thrown = failure;
    this.#error = this.#explain(failure);
    return this.#error;
  }

  #explain(failure: unknown): CellError {
    if (isExplained(failure)) {
      return failure.kind === "syntax"
        ? explainFault(failure as SyntaxFault, this.#cell, this.#host)
        : failure;
    }
    return readable(() => explainError(failure, this.#cell, this.#host));
  }

  clear(): void {
    this.#thrown = null;
    this.#error = null;
  }

  /** Explains anew an error that is about other cells. Returns it when it says something else now. */
  renew(): CellError | null {
    const before = this.#error;
    if (!before || !isAboutOthers(before)) return null;
    const now = this.set(this.#thrown);
    return saysTheSame(now, before) ? null : now;
  }

  /** Takes down an error of code that ran after the cell had ended. Returns whether it is news. */
  setLate(error: unknown): boolean {
    const { message, ...rest } = readable(() => thrown(error, this.#cell.id));
    const late: CellError = { ...rest, kind: "later", message: `In code that ran later: ${message}` };
    if (saysTheSame(late, this.#late)) return false;
    this.#late = late;
    return true;
  }

  clearLate(): void {
    this.#late = null;
  }

  reset(): void {
    this.clear();
    this.clearLate();
  }
}

function readable(explain: () => CellError): CellError {
  try {
    return explain();
  } catch {
    return unreadable;
  }
}
