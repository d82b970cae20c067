import type { GuardedRun, RunawayError } from "./loop-guard.ts";
import { isRun, type Run, runBrand } from "./run-protocol.ts";

type Results = { next(value?: unknown): unknown; return?(): unknown };
type Result = IteratorResult<unknown, unknown>;
const over: Result = { done: true, value: undefined };

/** Whether a value is one that changes over time: a Run, or a generator in the runtime's sense. */
export function isReactive(value: unknown): boolean {
  if (isRun(value)) return true;
  const { next, return: end } = (value ?? {}) as Partial<Results>;
  return typeof next === "function" && typeof end === "function";
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as Partial<PromiseLike<unknown>> | null)?.then === "function";
}

/** How many turns of the microtask queue code that waits for `invalidation` has for its cleaning up. */
const cleanUpTicks = 5;

/** What later code of a run may take once some of it was cut, and how often it may be cut until none of it runs. */
const shortBudgetMs = 100;
const mostCuts = 3;

/** Why a run ended before its time. */
export class RunEnded extends Error {
  readonly #reason: "stopped" | "outdated";
  constructor(reason: "stopped" | "outdated") {
    super(reason === "stopped" ? "The cell was stopped." : "The cell has started anew.");
    this.name = "AbortError";
    this.#reason = reason;
  }

  get reason(): "stopped" | "outdated" {
    return this.#reason;
  }

  /** Whether a thrown value is one; unlike `instanceof` it runs no code of a value that a cell made. */
  static is(thrown: unknown): thrown is RunEnded {
    return typeof thrown === "object" && thrown !== null && #reason in thrown;
  }
}

/**
 * One run of a cell, from its body's start to its end: it ends when an input changes, when the cell is stopped or
 * redefined, and with it ends whatever the cell started (by `signal`).
 */
export class CellRun implements GuardedRun {
  readonly #controller = new AbortController();
  readonly #ended: Promise<never>;
  readonly #active = new Map<Run, number>();
  readonly #followed = new Set<Run>();
  readonly #onProgress: (fraction: number | null) => void;
  /** Whether functions that this run made may be called after it has ended by itself. */
  keepsFunctions = false;
  /** As `signal.aborted`, but quick to read in a loop. */
  ended = false;
  #cleaning = false;
  #cuts = 0;
  #cutForGood: RunawayError | null = null;

  constructor(invalidation: Promise<void>, onProgress: (fraction: number | null) => void) {
    this.#onProgress = onProgress;
    this.#ended = new Promise((_, reject) => {
      this.signal.addEventListener("abort", () => reject(this.signal.reason), { once: true });
    });
    this.#ended.catch(() => {});
    invalidation.then(async () => {
      this.end("outdated");
      this.#cleaning = true;
      for (let i = 0; i < cleanUpTicks; ++i) await null;
      this.#cleaning = false;
    });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why the code of this run must not go on, if it must not; its own cleaning up (`invalidation.then`) may. */
  get cutReason(): RunEnded | RunawayError | undefined {
    if (this.#cleaning) return undefined;
    return this.over ? (this.signal.reason as RunEnded) : (this.#cutForGood ?? undefined);
  }

  /** Whether nothing of this run counts any more, not even the functions that it made. */
  get over(): boolean {
    return this.ended && !(this.keepsFunctions && (this.signal.reason as RunEnded).reason === "outdated");
  }

  get lateBudgetMs(): number | undefined {
    return this.#cuts > 0 ? shortBudgetMs : undefined;
  }

  /** A timer whose code never ends would come again and again: soon none of this run's code runs any more. */
  cutLate(error: RunawayError): void {
    if (++this.#cuts === mostCuts) this.#cutForGood = error;
  }

  /** Whether long work that this run started still goes on. */
  get working(): boolean {
    return this.#active.size > 0;
  }

  end(reason: RunEnded["reason"]): void {
    if (this.ended) return;
    this.ended = true;
    this.#controller.abort(new RunEnded(reason));
    for (const run of this.#active.keys()) run[runBrand].cancel();
    this.#finish(...this.#active.keys());
  }

  /** Waits for a promise, but no longer than the run lasts: what never settles must not wedge the cell. */
  race<T>(promise: PromiseLike<T>): Promise<T> {
    return Promise.race([promise, this.#ended]);
  }

  /** Shows the progress of a Run until it, or this run, ends. */
  track(run: Run): void {
    if (this.ended || this.#active.has(run)) return;
    this.#active.set(run, 0);
    run[runBrand].onProgress((fraction) => {
      const { state } = run[runBrand];
      if (state === "done" || state === "failed" || state === "cancelled") {
        // Who follows the partial results has not seen the last one yet.
        if (!this.#followed.has(run)) this.#finish(run);
      } else if (this.#active.has(run)) {
        this.#active.set(run, fraction);
        this.#onProgress(Math.min(...this.#active.values()));
      }
    });
  }

  #finish(...runs: Run[]): void {
    for (const run of runs) this.#active.delete(run);
    if (this.#active.size === 0) this.#onProgress(null);
  }

  /**
   * What readers get for a value that the cell made: of a Run its partial results; and what never comes, of a promise
   * or a generator, is waited for no longer than the run lasts.
   */
  expose(value: unknown): unknown {
    if (isRun(value)) return this.#follow(value);
    if (isReactive(value)) return this.#begin(value as Results);
    return isPromise(value) ? this.race(value) : value;
  }

  #begin(results: Results): Results {
    let begun = false;
    const first = ({ done, value }: Result) => ({ done, value: isPromise(value) ? this.race(value) : value });
    return {
      next: (sent) => {
        const result = results.next(sent);
        if (begun) return result;
        begun = true;
        // What comes at once must stay so: the runtime counts on it to bring generators into step.
        return isPromise(result)
          ? this.race(result as PromiseLike<Result>).then(first)
          : first(result as Result);
      },
      return: () => results.return?.(),
    };
  }

  #follow(run: Run): Results {
    const partials = run[Symbol.asyncIterator]();
    let begun = false;
    let done = false;
    this.#followed.add(run);
    this.track(run);
    return {
      next: async () => {
        if (done) return over;
        try {
          const result = await this.race(partials.next());
          begun = true;
          if (!result.done) return result;
          this.#finish(run);
        } catch (error) {
          // Of a failure the cell hears with its readers, not before.
          this.#active.delete(run);
          // A Run that was stopped keeps its last value; before the first there is none.
          if (!begun || error !== this.signal.reason) throw error;
        }
        done = true;
        return over;
      },
      return: async () => {
        if (!done) {
          done = true;
          void partials.return?.();
          this.#finish(run);
        }
        return over;
      },
    };
  }
}
