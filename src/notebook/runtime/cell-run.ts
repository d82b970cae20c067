import type { ValueIterator } from "./latest.ts";
import { type Run, runBrand } from "./run-protocol.ts";

/** Why a run ended before its time. */
export class RunEnded extends Error {
  readonly reason: "stopped" | "outdated";
  constructor(reason: "stopped" | "outdated") {
    super(reason === "stopped" ? "The cell was stopped." : "The cell has started anew.");
    this.name = "AbortError";
    this.reason = reason;
  }
}

/**
 * One run of a cell, from its body's start to its end: it ends when an input changes, when the cell is stopped or
 * redefined, and with it ends whatever the cell started (by `signal`).
 */
export class CellRun {
  readonly #controller = new AbortController();
  readonly #ended: Promise<never>;
  readonly #active = new Map<Run, number>();
  readonly #followed = new Set<Run>();
  readonly #onProgress: (fraction: number | null) => void;
  /** Whether this run has shown something yet: the first thing shown clears what the last run left. */
  shown = false;

  constructor(invalidation: Promise<void>, onProgress: (fraction: number | null) => void) {
    this.#onProgress = onProgress;
    this.#ended = new Promise((_, reject) => {
      this.signal.addEventListener("abort", () => reject(this.signal.reason), { once: true });
    });
    this.#ended.catch(() => {});
    invalidation.then(() => this.end("outdated"));
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get ended(): boolean {
    return this.signal.aborted;
  }

  /** Whether long work that this run started still goes on. */
  get working(): boolean {
    return this.#active.size > 0;
  }

  end(reason: RunEnded["reason"]): void {
    if (this.ended) return;
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
    const unsubscribe = run[runBrand].onProgress((fraction) => {
      const { state } = run[runBrand];
      if (state === "done" || state === "failed" || state === "cancelled") {
        // Who follows the partial results has not seen the last one yet.
        if (!this.#followed.has(run)) this.#finish(run);
      } else if (this.#active.has(run)) {
        this.#active.set(run, fraction);
        this.#onProgress(Math.min(...this.#active.values()));
      }
    });
    this.signal.addEventListener("abort", unsubscribe, { once: true });
  }

  #finish(...runs: Run[]): void {
    for (const run of runs) this.#active.delete(run);
    if (this.#active.size === 0) this.#onProgress(null);
  }

  /** A Run as a generator of its partial results: it ends with the Run, or with this run of the cell. */
  follow(run: Run, onEnd: () => void): ValueIterator<unknown> {
    const partials = run[Symbol.asyncIterator]();
    let done = false;
    const end = () => {
      done = true;
      this.#finish(run);
      onEnd();
      return { done: true as const, value: undefined };
    };
    this.#followed.add(run);
    this.track(run);
    const iterator: ValueIterator<unknown> = {
      next: async () => {
        if (done) return { done: true, value: undefined };
        try {
          const result = await this.race(partials.next());
          return result.done ? end() : result;
        } catch (error) {
          const stopped = error === this.signal.reason;
          end();
          if (stopped) return { done: true, value: undefined };
          throw error;
        }
      },
      return: async () => {
        if (!done) {
          void partials.return?.();
          end();
        }
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => iterator,
    };
    return iterator;
  }
}
