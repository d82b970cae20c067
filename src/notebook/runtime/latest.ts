/** A generator as the Observable runtime knows it: it takes a value a frame, and ends it by `return()`. */
export type ValueIterator<T> = {
  next(): Promise<IteratorResult<T, undefined>>;
  return(): Promise<IteratorResult<T, undefined>>;
  [Symbol.asyncIterator](): ValueIterator<T>;
};

/**
 * A reactive value fed by a callback. It hands over the latest value only (a slow reader skips what came between),
 * and its `return()` takes effect at once, also while a `next()` is waiting: so no `async function*`.
 */
export function latest<T>(initialize: (change: (value: T) => void) => () => void): ValueIterator<T> {
  let fresh = false;
  let ended = false;
  let value: T;
  let wake: (() => void) | null = null;
  const dispose = initialize((next) => {
    value = next;
    fresh = true;
    wake?.();
  });
  return {
    async next() {
      while (!fresh && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (ended) return { done: true, value: undefined };
      fresh = false;
      return { done: false, value };
    },
    async return() {
      if (!ended) {
        ended = true;
        dispose();
        wake?.();
      }
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
