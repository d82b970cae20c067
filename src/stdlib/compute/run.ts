import { type RunHandle, type RunOptions, RunState } from "./run-state.ts";

/** The key under which a Run shows a notebook its handle. */
export const runBrand = Symbol.for("etude.run");

/**
 * Long work that fills in bit by bit. Awaited, it is its result. Iterated, it hands over the latest partial result
 * (a slow reader skips what came between) and last of all the result. It starts when it is first awaited or
 * iterated; an iterator's `return()` cancels it at once. To read anything else of it is an error that says so.
 */
export type Run<Result, Partial = Result> = Pick<Promise<Result>, "then" | "catch" | "finally"> &
  AsyncIterable<Partial | Result> & { readonly [runBrand]: RunHandle };

/** What promises, runtimes and inspectors look for in any object; a Run has none of it. */
const probed = new Set([
  "next",
  "return",
  "throw",
  "constructor",
  "toJSON",
  "nodeType",
  "tagName",
  "asymmetricMatch",
]);

/** Work as a Run. The work starts when the Run is first awaited or iterated, and ends with `signal`. */
export function createRun<Result, Partial = Result>(
  options: Omit<RunOptions, "started"> & {
    /** Told of the Run when its work starts. */
    track?(run: Run<Result, Partial>): void;
  },
): Run<Result, Partial> {
  const { track, ...rest } = options;
  const state = new RunState({ ...rest, started: () => track?.(run) });
  const result = () => {
    state.start();
    return state.result as Promise<Result>;
  };
  const members: Run<Result, Partial> = {
    // biome-ignore lint/suspicious/noThenProperty: a Run is awaited
    then: (fulfilled, rejected) => result().then(fulfilled, rejected),
    catch: (rejected) => result().catch(rejected),
    finally: (done) => result().finally(done),
    [Symbol.asyncIterator]: () => iterate<Partial | Result>(state),
    [runBrand]: state,
  };
  const run = new Proxy(members, {
    get(target, key) {
      if (typeof key === "symbol" || Object.hasOwn(target, key)) return Reflect.get(target, key);
      if (probed.has(key)) return undefined;
      throw new TypeError(
        `${state.name} fills in bit by bit and has no "${key}" yet: write await ${state.name}(…) to use its result in this cell, or read its name in another cell.`,
      );
    },
  });
  return run;
}

/** By hand, since the `return()` of an `async function*` waits for a pending `next()`. */
function iterate<T>(state: RunState): AsyncIterator<T, undefined> {
  let seen = 0;
  let over = false;
  const end = () => {
    over = true;
    return { done: true, value: undefined } as const;
  };
  return {
    async next() {
      if (!over) state.start();
      for (;;) {
        if (over || state.state === "cancelled") return end();
        if (state.version > seen) {
          seen = state.version;
          return { done: false, value: state.latest as T };
        }
        if (state.state === "done") return end();
        if (state.state === "failed") {
          end();
          throw state.error;
        }
        await state.nextChange();
      }
    },
    async return() {
      state.cancel();
      return end();
    },
  };
}
