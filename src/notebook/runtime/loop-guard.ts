/** How long a cell may hold the page before it is cut, unless it says otherwise (`// @budget 10s`). */
export const defaultBudgetMs = 2000;

/** A cell that held the page for too long; `line` is the loop or function that was cut. */
export class RunawayError extends Error {
  readonly line: number;
  constructor(line: number, budgetMs: number) {
    super(
      `This has kept the page busy for ${budgetMs / 1000} s, so it was cut in line ${line}. Does the loop ever end? If it only needs longer, put \`// @budget ${Math.ceil((budgetMs * 5) / 1000)}s\` at the top of the cell.`,
    );
    this.name = "RunawayError";
    this.line = line;
  }
}

/** Counts how often the page has come round to its event loop since code of cells last held it, or a body has started. */
let turn = 0;
let turnComes = false;
/** What the cell whose body started this turn may take: functions of other cells that it calls may take it, too. */
let turnBudgetMs = 0;
let turns: MessageChannel | null = null;

/** Has the next turn counted when it comes. */
function awaitTurn(): void {
  if (turnComes) return;
  turnComes = true;
  if (!turns) {
    turns = new MessageChannel();
    turns.port1.onmessage = () => {
      ++turn;
      turnComes = false;
      turnBudgetMs = 0;
    };
    // In Node, an open port would keep the process alive.
    (turns.port1 as { unref?: () => void }).unref?.();
  }
  turns.port2.postMessage(null);
}

/**
 * Says that a cell's body starts now, and what it may take. Every clock begins anew: a function that several cells call
 * in one turn of the page is not to pay with one cell for what it did for the others.
 */
export function startTurn(budgetMs = defaultBudgetMs): void {
  ++turn;
  turnBudgetMs = budgetMs;
  awaitTurn();
}

/** A run's code, as its guard sees it. */
export type GuardedRun = {
  /** Why the code must not go on, if it must not. */
  readonly cutReason: unknown;
  /** What code that a click or a timer starts may take, when that is less than the cell's budget. */
  readonly lateBudgetMs?: number | undefined;
  /** Code that a click or a timer started was cut. */
  cutLate?(error: RunawayError): void;
};

const minStrideMs = 0.5;
// Between two reads a round may have become slow (a library is not guarded inside): few rounds, then.
const maxStride = 64;

/**
 * The check that a compiled cell calls at the head of every loop and function. It throws when the run has ended
 * (`run.cutReason`), or when the page has not had a turn for longer than the budget; then it goes on throwing until the page
 * has had one, so that a `try {} catch {}` in the loop cannot swallow it. The clock is read ever more rarely while
 * the reads come quickly one after another.
 */
export function loopGuard(run: GuardedRun, budgetMs = defaultBudgetMs): (line: number) => void {
  let stride = 1;
  let count = 0;
  let lastRead = 0;
  let trippedAt: number | null = null;
  // Each run has a clock of its own: what others did in the same turn before it is not its fault.
  let clockTurn = -1;
  let clockStart = 0;
  return (line) => {
    const { cutReason } = run;
    if (cutReason) throw cutReason;
    if (trippedAt === null && ++count < stride) return;
    count = 0;
    const now = performance.now();
    stride = now - lastRead < minStrideMs ? Math.min(stride * 2, maxStride) : Math.max(1, stride >> 2);
    lastRead = now;
    awaitTurn();
    if (clockTurn !== turn) {
      clockTurn = turn;
      clockStart = now;
      trippedAt = null;
    }
    // In a turn that no body started, the code was called by the browser: a click, a timer.
    const isLate = turnBudgetMs === 0;
    const allowedMs = isLate ? (run.lateBudgetMs ?? budgetMs) : Math.max(budgetMs, turnBudgetMs);
    if (now - clockStart <= allowedMs) return;
    const isNew = trippedAt === null;
    trippedAt ??= line;
    const error = new RunawayError(trippedAt, Math.max(allowedMs, budgetMs));
    if (isNew && isLate) run.cutLate?.(error);
    throw error;
  };
}
