/** The key under which a Run shows what a notebook needs to know of it. */
export const runBrand = Symbol.for("etude.run");

/** What a notebook knows of a Run (long work that hands over partial results): enough to draw it and to end it. */
export type RunHandle = {
  name: string;
  state: "idle" | "running" | "done" | "failed" | "cancelled";
  /** Calls back with the fraction done, 0 to 1, now and as it grows; returns what ends the calls. */
  onProgress(callback: (fraction: number) => void): () => void;
  cancel(): void;
};

/** Work that is both thenable (its result) and async iterable (its partial results). */
export type Run<T = unknown> = PromiseLike<T> & AsyncIterable<T> & { [runBrand]: RunHandle };

/** Whether a value is a Run, from whatever bundle it comes. */
export function isRun(value: unknown): value is Run {
  return typeof value === "object" && value !== null && Reflect.has(value, runBrand);
}
