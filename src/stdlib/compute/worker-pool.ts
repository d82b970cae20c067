import type { ComputePort, PaceOrder, Priority, Work, WorkSink } from "./compute-port.ts";
import type { FromWorker, ToWorker } from "./host-jobs.ts";
import { isMusicJob, type Job, type SentJob } from "./job.ts";
import { KeptData } from "./kept-data.ts";

/** What the pool uses of a Worker. */
export type JobWorker = {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
};

/** A worker that has not stopped this long after a cancel is ended: within 50 ms, timers being late now and then. */
const STOP_MS = 40;

type Task = {
  id: number;
  job: Job;
  sink: WorkSink;
  priority: Priority;
  partial?: unknown;
  /** What it was told last, if anything. */
  pace?: PaceOrder;
  stopping?: ReturnType<typeof setTimeout>;
};

/**
 * Workers that do jobs, each one at a time, at most `size` at once; further jobs wait, and the one that matters most
 * is next, of equals the first. They are started when the first job comes, and always with one more than are busy,
 * so that the next job, also after a cancel, finds a warm one. The same rows are sent to a worker once.
 */
export class WorkerPool implements ComputePort {
  private readonly create: () => JobWorker;
  private readonly size: number;
  private readonly idle = new Set<JobWorker>();
  private readonly busy = new Map<JobWorker, Task>();
  private readonly waiting: Task[] = [];
  private readonly kept = new WeakMap<JobWorker, KeptData>();
  private lastId = 0;

  constructor(create: () => JobWorker, size: number) {
    this.create = create;
    this.size = size;
  }

  /** Does the job when a worker is free. */
  submit(job: Job, sink: WorkSink, priority: Priority = () => 0, pace?: PaceOrder): Work {
    const task: Task = { id: ++this.lastId, job, sink, priority, ...(pace && { pace }) };
    this.waiting.push(task);
    this.assign();
    return { cancel: () => this.cancel(task), pace: (order) => this.pace(task, order) };
  }

  private assign(): void {
    while (this.waiting.length > 0 && this.working < this.size) {
      if (this.idle.size === 0) this.add();
      const task = this.takeNext();
      const { job } = task;
      const knowing =
        !isMusicJob(job) && [...this.idle].find((worker) => this.kept.get(worker)!.has(job.data.key));
      this.send(knowing || [...this.idle][0]!, task);
    }
    if (this.idle.size === 0) this.add();
  }

  /** How many workers are at work: one that is paused leaves its place to another. */
  private get working(): number {
    return [...this.busy.values()].filter(({ pace }) => pace !== "pause" && pace !== "step").length;
  }

  private pace(task: Task, order: PaceOrder): void {
    task.pace = order;
    for (const [worker, current] of this.busy) {
      if (current === task) worker.postMessage({ type: "pace", id: task.id, order }, []);
    }
    this.assign();
  }

  private takeNext(): Task {
    const priorities = this.waiting.map(({ priority }) => priority());
    return this.waiting.splice(priorities.indexOf(Math.max(...priorities)), 1)[0]!;
  }

  private send(worker: JobWorker, task: Task): void {
    this.idle.delete(worker);
    this.busy.set(worker, task);
    const { id, job, pace } = task;
    if (isMusicJob(job)) {
      worker.postMessage({ type: "start", id, job }, [job.sound.buffer]);
      return;
    }
    const { data } = job;
    const { known, forget } = this.kept
      .get(worker)!
      .use(data.key, data.X.data.byteLength + 8 * data.y.length);
    const sent: SentJob = { ...job, data: known ? { key: data.key } : data };
    const message: ToWorker = {
      type: "start",
      id,
      job: sent,
      ...(forget.length > 0 && { forget }),
      ...(pace && { pace }),
    };
    worker.postMessage(message, known ? [] : [data.X.data.buffer]);
  }

  private add(): void {
    const worker = this.create();
    worker.onmessage = ({ data }) => this.heard(worker, data);
    worker.onerror = (event) => this.broke(worker, event);
    this.kept.set(worker, new KeptData());
    this.idle.add(worker);
  }

  private cancel(task: Task): void {
    const place = this.waiting.indexOf(task);
    if (place >= 0) this.waiting.splice(place, 1);
    for (const [worker, current] of this.busy) {
      if (current !== task || task.stopping) continue;
      worker.postMessage({ type: "cancel", id: task.id }, []);
      task.stopping = setTimeout(() => {
        worker.terminate();
        this.busy.delete(worker);
        this.assign();
      }, STOP_MS);
    }
  }

  private heard(worker: JobWorker, message: FromWorker): void {
    const task = this.busy.get(worker);
    if (task?.id !== message.id) return;
    const { sink, stopping } = task;
    if (message.type !== "step") {
      clearTimeout(stopping);
      this.busy.delete(worker);
      this.idle.add(worker);
      this.assign();
    }
    if (stopping) return;
    if (message.type === "step") {
      if ("partial" in message) task.partial = message.partial;
      sink.step({ progress: message.progress, partial: task.partial });
    } else if (message.type === "done") sink.done(message.result);
    else if (message.type === "failed") sink.failed(rebuilt(message.error));
  }

  /** A worker that could not be loaded, or failed outside of a job. */
  private broke(worker: JobWorker, event: ErrorEvent): void {
    const task = this.busy.get(worker);
    worker.terminate();
    this.idle.delete(worker);
    this.busy.delete(worker);
    clearTimeout(task?.stopping);
    if (task && !task.stopping) {
      const reason = event.message ? `it says "${event.message}"` : "it could not be loaded";
      task.sink.failed(
        new Error(`The worker that computes in the background failed: ${reason}. Reload the page.`),
      );
    }
    // A spare that cannot be loaded is not replaced at once: neither could that one be.
    if (task && this.waiting.length > 0) this.assign();
  }
}

const errorTypes = { Error, RangeError, TypeError };

function rebuilt({ name, message, stack }: { name: string; message: string; stack?: string }): Error {
  const Type = Object.hasOwn(errorTypes, name) ? errorTypes[name as keyof typeof errorTypes] : Error;
  const error = new Type(message);
  if (stack) error.stack = stack;
  return error;
}
