import {
  type NamedNetworks,
  networkTraining,
  type SentTraining,
  type Trainable,
} from "../../learn/neural-network/network-training.ts";
import { asError, type ComputePort, type PaceOrder, type Work, type WorkSink } from "./compute-port.ts";
import {
  type Job,
  type MusicTwinName,
  musicTwinNames,
  networksTwinName,
  networkTwinName,
  type TwinName,
  twinNames,
} from "./job.ts";
import { jobOfCall } from "./job-of-call.ts";
import { jobOfMusicCall } from "./job-of-music-call.ts";
import { onScreen } from "./on-screen.ts";
import { pagePool } from "./page-pool.ts";
import { createRun, type Run } from "./run.ts";
import { runInSlices } from "./run-in-slices.ts";
import type { Steps } from "./step-functions.ts";
import { type StartTraining, trainTogether } from "./train-together.ts";
import type { Twins } from "./twins.ts";
import { needsFetching, unpacked, unpackedMatrices } from "./unpack.ts";

/** What is known of the cell that uses the twins. */
export type CellContext = {
  /** Its id: work of a cell that is to be seen comes first. */
  cellId?: string;
  /** Work ends when this is aborted. */
  signal?: AbortSignal;
  /** Told of each Run when it starts. */
  track?(run: Run<unknown>): void;
};

/** On the page, where a frame has 16 ms for everything. */
const PAGE_SLICE_MS = 8;

/**
 * The twins for one run of a cell. What is wholly ours goes to `port`; an estimator or a scoring function of the
 * learner's own, and everything where there is no port, runs on the page, between whose frames it gives way.
 */
export function computeFor(
  { cellId, signal, track }: CellContext,
  port: ComputePort | null = pagePool(),
): Twins {
  function begin(name: TwinName, args: unknown[], sink: WorkSink, pace?: PaceOrder): Work {
    if (name === networksTwinName && port) {
      const [models, ...rest] = args;
      const start: StartTraining = (model, each) => begin(networkTwinName, [model, ...rest], each, pace);
      return trainTogether(models as NamedNetworks, start, sink);
    }
    const job = port && jobOf(name, args);
    if (!job) return onPage(name, args, sink, pace);
    const unpacked = name === networkTwinName ? ofNetwork(args[0] as Trainable, sink) : unpacking(sink);
    return port.submit(job, unpacked, () => onScreen(cellId), pace);
  }
  function twin(name: TwinName, args: unknown[]): Run<never> {
    return createRun<never>({
      name,
      ...(signal && { signal }),
      ...(track && { track }),
      watchable: name === networkTwinName || name === networksTwinName,
      start: (sink, pace) => begin(name, args, sink, pace),
    });
  }
  const entries = twinNames.map((name) => [name, (...args: unknown[]) => twin(name, args)] as const);
  return Object.fromEntries(entries) as unknown as Twins;
}

function isMusicTwin(name: TwinName): name is MusicTwinName {
  return (musicTwinNames as readonly string[]).includes(name);
}

function jobOf(name: TwinName, args: readonly unknown[]): Job | null {
  return isMusicTwin(name) ? jobOfMusicCall(name, args) : jobOfCall(name, args);
}

/** The functions are fetched when work is first done here: most pages leave it to their workers. */
async function stepsOnPage(name: TwinName, args: readonly unknown[]): Promise<Steps> {
  if (isMusicTwin(name)) return (await import("./music-steps.ts")).stepsOfMusicCall(name, args);
  return (await import("./step-functions.ts")).stepsOfCall(name, args);
}

function onPage(name: TwinName, args: readonly unknown[], sink: WorkSink, pace?: PaceOrder): Work {
  let work: Work | null = null;
  let cancelled = false;
  let told = pace;
  stepsOnPage(name, args).then(
    (steps) => {
      if (cancelled) return;
      work = runInSlices(steps, sink, PAGE_SLICE_MS);
      if (told) work.pace?.(told);
    },
    (error) => sink.failed(asError(error)),
  );
  return {
    cancel: () => {
      cancelled = true;
      work?.cancel();
    },
    pace: (order) => {
      told = order;
      work?.pace?.(order);
    },
  };
}

/** Gives a Matrix or an estimator that comes from a worker its class again: in the order in which they came. */
function unpacking(sink: WorkSink): WorkSink {
  // There only once an estimator had to be fetched: until then all is told at once.
  let last: Promise<void> | undefined;
  const inTurn = (value: unknown, tell: (value: unknown) => void) => {
    if (!last && !needsFetching(value)) return tell(unpackedMatrices(value));
    const before = last;
    last = unpacked(value)
      .then(async (own) => {
        await before;
        tell(own);
      })
      .catch((error) => sink.failed(asError(error)));
  };
  let from: unknown;
  let partial: unknown;
  return {
    failed: sink.failed,
    step: (step) => {
      const { progress } = step;
      if (step.partial === from) {
        inTurn(undefined, () => sink.step({ progress, partial }));
        return;
      }
      from = step.partial;
      inTurn(step.partial, (own) => {
        partial = own;
        sink.step({ progress, partial });
      });
    },
    done: (result) => inTurn(result, sink.done),
  };
}

/** Gives a training that comes from a worker the model that it was of, as it was when the work began. */
function ofNetwork(model: Trainable, sink: WorkSink): WorkSink {
  const own = model.clone();
  return {
    failed: sink.failed,
    step: lastKept(sink.step, (partial) => networkTraining(own, partial as SentTraining)),
    done: (result) => sink.done(networkTraining(own, result as SentTraining)),
  };
}

/** The same partial result stays the same object when it is unpacked. */
function lastKept(tell: WorkSink["step"], unpack: (partial: unknown) => unknown): WorkSink["step"] {
  let from: unknown;
  let unpackedPartial: unknown;
  return ({ progress, partial }) => {
    if (partial !== from) unpackedPartial = unpack(partial);
    from = partial;
    tell({ progress, partial: unpackedPartial });
  };
}
