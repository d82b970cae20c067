import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { KNeighborsClassifier } from "../../../../src/learn/index.ts";
import {
  type FromWorker,
  type JobWorker,
  type ToWorker,
  WorkerPool,
  type WorkSink,
} from "../../../../src/stdlib/compute/index.ts";
import { jobOfCall } from "../../../../src/stdlib/compute/job-of-call.ts";
import { KeptData } from "../../../../src/stdlib/compute/kept-data.ts";
import { X, y } from "./data.ts";

type FakeWorker = JobWorker & {
  heard: ToWorker[];
  ended: boolean;
  say(message: FromWorker): void;
  break(message?: string): void;
};

function poolFixture(size: number) {
  const workers: FakeWorker[] = [];
  const pool = new WorkerPool(() => {
    const worker: FakeWorker = {
      heard: [],
      ended: false,
      onmessage: null,
      onerror: null,
      postMessage: (message, transfer) => worker.heard.push(structuredClone(message, { transfer })),
      terminate: () => {
        worker.ended = true;
      },
      say: (data) => worker.onmessage!({ data } as MessageEvent<FromWorker>),
      break: (message = "") => worker.onerror!({ message } as ErrorEvent),
    };
    workers.push(worker);
    return worker;
  }, size);
  const submit = (rows = X, priority?: () => number) => {
    const told: unknown[] = [];
    const sink: WorkSink = {
      step: (step) => told.push(step),
      done: (result) => told.push(["done", result]),
      failed: (error) => told.push(["failed", error.message]),
    };
    const job = jobOfCall("crossValidate", [new KNeighborsClassifier(), rows, y])!;
    const work = pool.submit(job, sink, priority);
    return { told, cancel: work.cancel };
  };
  return { workers, submit };
}

/** The ids of the jobs that a worker was given. */
const jobsOf = (worker: FakeWorker | undefined) =>
  worker?.heard.flatMap((m) => (m.type === "start" ? [m.id] : []));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("no worker is started before the first job; then always one more than are busy", () => {
  const { workers, submit } = poolFixture(4);
  expect(workers).toHaveLength(0);
  submit();
  expect(workers.map(jobsOf)).toEqual([[1], []]);
  submit();
  expect(workers.map(jobsOf)).toEqual([[1], [2], []]);
});

test("jobs beyond the size of the pool wait for a worker", () => {
  const { workers, submit } = poolFixture(2);
  for (let i = 0; i < 4; i++) submit();
  expect(workers.map(jobsOf)).toEqual([[1], [2], []]);
  workers[1]!.say({ type: "done", id: 2, result: null });
  expect(workers.map(jobsOf)).toEqual([[1], [2, 3], []]);
  workers[0]!.say({ type: "failed", id: 1, error: { name: "Error", message: "no" } });
  expect(workers.map(jobsOf)).toEqual([[1, 4], [2, 3], []]);
});

test("the sender is told of steps, of the result and of failures, with the last partial result", () => {
  const { workers, submit } = poolFixture(2);
  const [first, second] = [submit(), submit()];
  workers[0]!.say({ type: "step", id: 1, progress: 0.1, partial: "a" });
  workers[0]!.say({ type: "step", id: 1, progress: 0.2 });
  workers[0]!.say({ type: "done", id: 1, result: "all" });
  workers[1]!.say({ type: "failed", id: 2, error: { name: "RangeError", message: "too large" } });
  expect(first.told).toEqual([
    { progress: 0.1, partial: "a" },
    { progress: 0.2, partial: "a" },
    ["done", "all"],
  ]);
  expect(second.told).toEqual([["failed", "too large"]]);
});

describe("after a cancel", () => {
  test("nothing is told any more, and a worker that stops is used again", () => {
    const { workers, submit } = poolFixture(1);
    const job = submit();
    job.cancel();
    expect(workers[0]!.heard.at(-1)).toEqual({ type: "cancel", id: 1 });
    workers[0]!.say({ type: "step", id: 1, progress: 0.5, partial: "late" });
    workers[0]!.say({ type: "stopped", id: 1 });
    vi.advanceTimersByTime(1000);
    submit();
    expect(job.told).toEqual([]);
    expect(workers.map(jobsOf)).toEqual([[1, 2], []]);
    expect(workers[0]!.ended).toBe(false);
  });

  test("a worker that has not stopped after 40 ms is ended, the next job has the warm one, and that is replaced", () => {
    const { workers, submit } = poolFixture(1);
    submit().cancel();
    submit();
    vi.advanceTimersByTime(39);
    expect([workers.length, workers[0]!.ended]).toEqual([2, false]);
    vi.advanceTimersByTime(1);
    expect(workers[0]!.ended).toBe(true);
    expect(workers.map(jobsOf)).toEqual([[1], [2], []]);
  });

  test("a job that waited is forgotten", () => {
    const { workers, submit } = poolFixture(1);
    submit();
    submit().cancel();
    workers[0]!.say({ type: "done", id: 1, result: null });
    expect(workers.map(jobsOf)).toEqual([[1], []]);
  });

  test("a result that crossed the cancel is not told, and its late 'stopped' does not end the next job", () => {
    const { workers, submit } = poolFixture(1);
    const first = submit();
    const second = submit();
    first.cancel();
    workers[0]!.say({ type: "done", id: 1, result: "all" });
    workers[0]!.say({ type: "stopped", id: 1 });
    vi.advanceTimersByTime(1000);
    workers[0]!.say({ type: "done", id: 2, result: "second" });
    expect([first.told, second.told]).toEqual([[], [["done", "second"]]]);
    expect(workers[0]!.ended).toBe(false);
  });
});

test("a worker that cannot be loaded fails its job in plain words, and others go on", () => {
  const { workers, submit } = poolFixture(2);
  const [first, second] = [submit(), submit()];
  workers[0]!.break();
  expect(first.told).toEqual([
    ["failed", "The worker that computes in the background failed: it could not be loaded. Reload the page."],
  ]);
  workers[1]!.say({ type: "done", id: 2, result: 1 });
  expect(second.told).toEqual([["done", 1]]);
  expect(submit().told).toEqual([]);
  expect(workers.flatMap(jobsOf)).toContain(3);
});

describe("rows and labels", () => {
  const others = X.map(([a, b]) => [a! + 1, b!]);
  /** For each job of a worker whether the rows came with it. */
  const sentRows = (worker: FakeWorker | undefined) =>
    worker?.heard.flatMap((m) => (m.type === "start" ? ["data" in m.job && "X" in m.job.data] : []));

  test("are sent to a worker once, by what is in them", () => {
    const { workers, submit } = poolFixture(1);
    for (const [i, rows] of [X, structuredClone(X), others, X].entries()) {
      submit(rows);
      const worker = workers.find((worker) => jobsOf(worker)!.includes(i + 1))!;
      worker.say({ type: "done", id: i + 1, result: null });
    }
    expect(workers.map(sentRows)).toEqual([[true, false, false], [true]]);
  });

  test("are looked for among the idle workers, and sent anew after a crash", () => {
    const { workers, submit } = poolFixture(2);
    submit(others);
    submit(X);
    workers[0]!.say({ type: "done", id: 1, result: null });
    workers[1]!.say({ type: "done", id: 2, result: null });
    submit(X);
    expect(workers.map(sentRows)).toEqual([[true], [true, false], []]);
    workers[1]!.break();
    submit(X);
    expect(workers.flatMap(sentRows)).toEqual([true, true, false, true]);
  });

  test("that were used longest ago are forgotten when there is no more room", () => {
    const kept = new KeptData();
    const megabyte = 2 ** 20;
    expect(kept.use("a", 30 * megabyte)).toEqual({ known: false, forget: [] });
    expect(kept.use("b", 30 * megabyte)).toEqual({ known: false, forget: [] });
    expect(kept.use("a", 30 * megabyte)).toEqual({ known: true, forget: [] });
    expect(kept.use("c", 30 * megabyte)).toEqual({ known: false, forget: ["b"] });
    expect(kept.use("huge", 300 * megabyte)).toEqual({ known: false, forget: ["a", "c"] });
  });
});

test("of the jobs that wait the one that matters most when a worker is free is next, of equals the first", () => {
  const { workers, submit } = poolFixture(1);
  let visible = 3;
  submit();
  for (const id of [2, 3, 4]) submit(X, () => (id === visible ? 1 : 0));
  visible = 4;
  for (const id of [1, 4, 2]) workers[0]!.say({ type: "done", id, result: null });
  expect(jobsOf(workers[0])).toEqual([1, 4, 2, 3]);
});

test("a thousand cancelled jobs leave nothing behind", () => {
  const { workers, submit } = poolFixture(2);
  for (let i = 0; i < 1000; i++) {
    const { cancel } = submit();
    cancel();
    // Every other worker hears of it in time.
    if (i % 2) for (const worker of workers) worker.say({ type: "stopped", id: i + 1 });
    vi.advanceTimersByTime(60);
  }
  expect(workers.filter(({ ended }) => !ended).length).toBeLessThanOrEqual(2);
  expect(vi.getTimerCount()).toBe(0);
  const last = submit();
  const busy = workers.find((worker) => jobsOf(worker)!.includes(1001))!;
  busy.say({ type: "done", id: 1001, result: "all" });
  expect(last.told).toEqual([["done", "all"]]);
});
