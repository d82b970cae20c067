import { describe, expect, test } from "vitest";
import type { WorkSink } from "../../../../src/stdlib/compute/index.ts";
import { createRun, runBrand } from "../../../../src/stdlib/compute/index.ts";

/** A Run whose work does what the test says. */
function fixture(options: { signal?: AbortSignal; track?(run: unknown): void } = {}) {
  const seen = { started: 0, cancelled: 0 };
  let sink: WorkSink | undefined;
  const run = createRun<string, string>({
    name: "slowly",
    start(given) {
      seen.started++;
      sink = given;
      return {
        cancel: () => {
          seen.cancelled++;
        },
      };
    },
    ...options,
  });
  const work = {
    step: (progress: number, partial: string) => sink!.step({ progress, partial }),
    done: (result: string) => sink!.done(result),
    failed: (error: Error) => sink!.failed(error),
  };
  return { run, work, seen, handle: run[runBrand] };
}

describe("a Run starts", () => {
  test("not before it is asked", () => {
    const { run, seen, handle } = fixture();
    run[Symbol.asyncIterator]();
    expect([seen.started, handle.state]).toEqual([0, "idle"]);
  });

  test("at the first next(), once for all readers", () => {
    const { run, seen, handle } = fixture();
    run[Symbol.asyncIterator]().next();
    run[Symbol.asyncIterator]().next();
    run.then();
    expect([seen.started, handle.state]).toEqual([1, "running"]);
  });

  test("at the first then()", async () => {
    const { run, work, seen } = fixture();
    const result = run.then((value) => `got ${value}`);
    expect(seen.started).toBe(1);
    work.done("all");
    expect(await result).toBe("got all");
  });

  test("and tells who tracks it, itself", () => {
    const tracked: unknown[] = [];
    const { run } = fixture({ track: (started) => tracked.push(started) });
    expect(tracked).toEqual([]);
    run.then();
    expect(tracked[0]).toBe(run);
  });
});

describe("awaited", () => {
  test("it is its result, however often", async () => {
    const { run, work } = fixture();
    run.then();
    work.done("all");
    expect(await run).toBe("all");
    expect(await run).toBe("all");
  });

  test("it throws what the work failed with, and names the line that called it", async () => {
    const { run, work } = fixture();
    const caught = run.catch((reason: unknown) => reason as Error);
    work.failed(new RangeError("k is too large"));
    const error = await caught;
    expect(error).toBeInstanceOf(RangeError);
    expect(error).toMatchObject({ message: "k is too large" });
    expect((error as Error).stack).toMatch(/k is too large(.|\n)*at fixture \(.*run\.test\.ts/);
  });

  test("it throws what starting the work threw", async () => {
    const run = createRun({
      name: "slowly",
      start: () => {
        throw new TypeError("no groups");
      },
    });
    await expect(run).rejects.toThrow("no groups");
    expect(run[runBrand].state).toBe("failed");
  });

  test("finally is called at the end", async () => {
    const { run, work } = fixture();
    let called = false;
    const ended = run.finally(() => {
      called = true;
    });
    work.done("all");
    await ended;
    expect(called).toBe(true);
  });
});

describe("iterated", () => {
  test("it hands over each value to a reader that keeps up, then the result, then ends", async () => {
    const { run, work } = fixture();
    const reader = run[Symbol.asyncIterator]();
    const first = reader.next();
    work.step(0.5, "half");
    expect(await first).toEqual({ done: false, value: "half" });
    const second = reader.next();
    work.done("all");
    expect(await second).toEqual({ done: false, value: "all" });
    expect(await reader.next()).toEqual({ done: true, value: undefined });
  });

  test("a slow reader gets the latest only, and never misses the last", async () => {
    const { run, work } = fixture();
    const reader = run[Symbol.asyncIterator]();
    const first = reader.next();
    work.step(0.1, "a");
    work.step(0.2, "b");
    expect((await first).value).toBe("b");
    work.step(0.3, "c");
    work.step(0.4, "d");
    work.done("all");
    expect((await reader.next()).value).toBe("all");
    expect((await reader.next()).done).toBe(true);
  });

  test("a partial result that did not change is handed over once", async () => {
    const { run, work } = fixture();
    const reader = run[Symbol.asyncIterator]();
    const first = reader.next();
    work.step(0.1, "a");
    expect((await first).value).toBe("a");
    work.step(0.2, "a");
    const next = reader.next();
    work.done("all");
    expect((await next).value).toBe("all");
  });

  test("a reader that comes after the end gets the result", async () => {
    const { run, work } = fixture();
    run.then();
    work.done("all");
    const values = [];
    for await (const value of run) values.push(value);
    expect(values).toEqual(["all"]);
  });

  test("it throws what the work failed with, then ends", async () => {
    const { run, work } = fixture();
    const reader = run[Symbol.asyncIterator]();
    const next = reader.next();
    work.failed(new Error("broken"));
    await expect(next).rejects.toThrow("broken");
    expect((await reader.next()).done).toBe(true);
  });

  test("return() cancels at once, while a next() is waiting", async () => {
    const { run, seen, handle } = fixture();
    const reader = run[Symbol.asyncIterator]();
    const waiting = reader.next();
    const returned = reader.return!();
    expect([seen.cancelled, handle.state]).toEqual([1, "cancelled"]);
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await returned).toEqual({ done: true, value: undefined });
  });

  test("return() before next() leaves the work undone", async () => {
    const { run, seen } = fixture();
    const reader = run[Symbol.asyncIterator]();
    await reader.return!();
    expect((await reader.next()).done).toBe(true);
    expect(seen).toEqual({ started: 0, cancelled: 0 });
  });

  test("breaking out of for await cancels", async () => {
    const { run, work, seen } = fixture();
    run.then().catch(() => {});
    work.step(0.5, "half");
    for await (const _ of run) break;
    expect(seen.cancelled).toBe(1);
  });
});

describe("cancelled", () => {
  test("its result is an AbortError, and what the work still says is not heard", async () => {
    const { run, work, handle } = fixture();
    const result = run.then();
    handle.cancel();
    work.step(0.9, "late");
    work.done("late");
    await expect(result).rejects.toMatchObject({ name: "AbortError", message: "slowly was stopped" });
    expect(handle.state).toBe("cancelled");
  });

  test("the signal of its cell cancels it", async () => {
    const cell = new AbortController();
    const { run, seen } = fixture({ signal: cell.signal });
    const reader = run[Symbol.asyncIterator]();
    const waiting = reader.next();
    cell.abort();
    expect((await waiting).done).toBe(true);
    expect(seen.cancelled).toBe(1);
  });

  test("with a signal that is aborted already it does not start", async () => {
    const { run, seen } = fixture({ signal: AbortSignal.abort() });
    await expect(run).rejects.toMatchObject({ name: "AbortError" });
    expect(seen.started).toBe(0);
  });

  test("after its end nothing is cancelled", async () => {
    const cell = new AbortController();
    const { run, work, seen, handle } = fixture({ signal: cell.signal });
    run.then();
    work.done("all");
    cell.abort();
    handle.cancel();
    expect([seen.cancelled, handle.state, await run]).toEqual([0, "done", "all"]);
  });
});

describe("its handle", () => {
  test("tells the progress now, as it grows and at the end, until unsubscribed", () => {
    const { run, work, handle } = fixture();
    const seen: [number, string][] = [];
    const unsubscribe = handle.onProgress((fraction) => seen.push([fraction, handle.state]));
    run.then();
    work.step(0.25, "a");
    work.step(0.5, "a");
    work.done("all");
    expect(seen).toEqual([
      [0, "idle"],
      [0.25, "running"],
      [0.5, "running"],
      [1, "done"],
    ]);
    unsubscribe();
    handle.onProgress((fraction) => seen.push([fraction, "later"]));
    expect(seen.at(-1)).toEqual([1, "later"]);
  });

  test("tells of a failure and of a cancel", () => {
    for (const end of ["failed", "cancelled"] as const) {
      const { run, work, handle } = fixture();
      run.catch(() => {});
      const states: string[] = [];
      handle.onProgress(() => states.push(handle.state));
      if (end === "failed") work.failed(new Error("broken"));
      else handle.cancel();
      expect(states).toEqual(["running", end]);
    }
  });

  test("names the work", () => expect(fixture().handle.name).toBe("slowly"));
});

describe("reading anything else of it", () => {
  test("says how to get at the result", () => {
    const { run } = fixture();
    expect(() => (run as unknown as { folds: unknown }).folds).toThrow(
      'slowly fills in bit by bit and has no "folds" yet: write await slowly(…) to use its result in this cell, or read its name in another cell.',
    );
  });

  test("is no error for what runtimes and inspectors look for", () => {
    const { run, seen } = fixture();
    const probes = run as unknown as Record<string, unknown>;
    expect([probes.next, probes.return, probes.constructor, probes.toJSON, probes.nodeType]).toEqual(
      Array(5).fill(undefined),
    );
    expect(Object.prototype.toString.call(run)).toBe("[object Object]");
    expect(Reflect.has(run, Symbol.for("etude.run"))).toBe(true);
    expect((probes as { [Symbol.iterator]?: unknown })[Symbol.iterator]).toBeUndefined();
    expect(seen.started).toBe(0);
  });
});
