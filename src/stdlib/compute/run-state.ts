import type { Step } from "../../learn/index.ts";
import { asError, type PaceOrder, type Work, type WorkSink } from "./compute-port.ts";

/** What a notebook needs to know of a Run to draw its progress and to end it. */
export type RunHandle = {
  name: string;
  state: "idle" | "running" | "done" | "failed" | "cancelled";
  /** Calls back with the fraction done, 0 to 1, now and at every change; returns what ends the calls. */
  onProgress(callback: (fraction: number) => void): () => void;
  cancel(): void;
  /** Of a Run that is worth watching step by step: what pauses it, and whether it is paused. */
  readonly pace?: RunPace;
};

/** How a Run is watched: it can be paused, and go on by itself or to its next partial result. */
export type RunPace = { readonly paused: boolean; tell(order: PaceOrder): void };

export type RunOptions = {
  /** What the work is called in messages. */
  name: string;
  /** Starts the work, to go on from the first as it is told. */
  start(sink: WorkSink, pace?: PaceOrder): Work;
  /** The work ends when this is aborted. */
  signal?: AbortSignal;
  /** Told when the work starts. */
  started?(): void;
  /** Whether it is worth watching step by step. */
  watchable?: boolean;
};

/** The state of one Run, and what its readers wait for. */
export class RunState implements RunHandle {
  readonly name: string;
  state: RunHandle["state"] = "idle";
  error: Error | null = null;
  latest: unknown;
  /** Grows with each new value. */
  version = 0;
  readonly result: Promise<unknown>;
  readonly pace?: RunPace;

  private progress = 0;
  private work: Work | null = null;
  /** What was told before the work has begun. */
  private firstOrder: PaceOrder | undefined;
  private readonly options: RunOptions;
  private readonly calledFrom = new Error().stack;
  private readonly watchers = new Set<(fraction: number) => void>();
  private wake: () => void = () => {};
  private changed: Promise<void> = Promise.resolve();
  private resolve: (result: unknown) => void = () => {};
  private reject: (error: Error) => void = () => {};

  constructor(options: RunOptions) {
    this.options = options;
    this.name = options.name;
    this.result = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    if (options.watchable) this.pace = this.createPace();
    // Who only iterates hears of a failure there.
    this.result.catch(() => {});
    this.expectChange();
  }

  get ended(): boolean {
    return this.state !== "idle" && this.state !== "running";
  }

  start(): void {
    if (this.state !== "idle") return;
    const { signal, started } = this.options;
    if (signal?.aborted) {
      this.cancel();
      return;
    }
    this.state = "running";
    signal?.addEventListener("abort", this.cancel, { once: true });
    started?.();
    try {
      this.work = this.options.start(
        {
          step: (step) => this.step(step),
          done: (result) => {
            if (this.end("done", 1, result)) this.resolve(result);
          },
          failed: (error) => this.fail(error),
        },
        this.firstOrder,
      );
    } catch (error) {
      this.fail(asError(error));
    }
  }

  readonly cancel = (): void => {
    const { work } = this;
    if (!this.end("cancelled", this.progress)) return;
    work?.cancel();
    this.reject(new DOMException(`${this.name} was stopped`, "AbortError"));
  };

  onProgress(callback: (fraction: number) => void): () => void {
    this.watchers.add(callback);
    callback(this.progress);
    return () => this.watchers.delete(callback);
  }

  /** Resolves when there is a new value, or the work has ended. */
  nextChange(): Promise<void> {
    return this.changed;
  }

  private createPace(): RunPace {
    let paused = false;
    return {
      get paused() {
        return paused;
      },
      tell: (order) => {
        if (this.ended) return;
        paused = order !== "play";
        if (this.state === "idle") this.firstOrder = order;
        else this.work?.pace?.(order);
        for (const watcher of this.watchers) watcher(this.progress);
      },
    };
  }

  private step({ progress, partial }: Step<unknown>): void {
    if (this.ended) return;
    this.progress = progress;
    this.offer(partial);
    this.announce();
  }

  private fail(error: Error): void {
    addCaller(error, this.calledFrom);
    this.error = error;
    if (this.end("failed", this.progress)) this.reject(error);
  }

  private end(state: RunHandle["state"], progress: number, ...last: [value?: unknown]): boolean {
    if (this.ended) return false;
    this.state = state;
    this.progress = progress;
    this.options.signal?.removeEventListener("abort", this.cancel);
    if (last.length > 0) this.offer(last[0]);
    this.announce();
    return true;
  }

  private offer(value: unknown): void {
    if (this.version > 0 && value === this.latest) return;
    this.latest = value;
    this.version++;
  }

  private announce(): void {
    for (const watcher of this.watchers) watcher(this.progress);
    this.wake();
    this.expectChange();
  }

  private expectChange(): void {
    this.changed = new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}

/** The learner's line is where the work was called from, not where it failed: a worker knows nothing of cells. */
function addCaller(error: Error, calledFrom = ""): void {
  error.stack = `${error.stack ?? error.message}\n${calledFrom.replace(/^Error.*\n/, "")}`;
}
