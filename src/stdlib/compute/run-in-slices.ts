import type { Step } from "../../learn/index.ts";
import { asError, type PaceOrder, type Work, type WorkSink } from "./compute-port.ts";

/** Resolves in a task of its own, so that messages, input and painting come first. (Timers would wait 4 ms.) */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Runs a computation in steps, returning to the event loop every `sliceMs` milliseconds, or after each step that
 * takes longer. The sink is told of the last step of each slice. Told to pause, it waits where it is; told to step, it
 * goes on until there is a new partial result. `ended` resolves when it is over, however it ends.
 */
export function runInSlices(
  steps: Generator<Step<unknown>, unknown>,
  sink: WorkSink,
  sliceMs: number,
): Required<Work> & { ended: Promise<void> } {
  let cancelled = false;
  let pace: PaceOrder = "play";
  let goOn: () => void = () => {};
  let partial: unknown;

  /** The last step of one slice. */
  function slice(): IteratorResult<Step<unknown>, unknown> {
    const until = performance.now() + sliceMs;
    let step = steps.next();
    while (!step.done && performance.now() < until && !(pace === "step" && step.value.partial !== partial)) {
      step = steps.next();
    }
    return step;
  }

  async function run(): Promise<void> {
    try {
      for (;;) {
        await nextTask();
        while (pace === "pause" && !cancelled) {
          await new Promise<void>((resolve) => {
            goOn = resolve;
          });
        }
        if (cancelled) {
          steps.return(undefined);
          return;
        }
        const step = slice();
        if (step.done) {
          sink.done(step.value);
          return;
        }
        if (pace === "step" && step.value.partial !== partial) pace = "pause";
        partial = step.value.partial;
        sink.step(step.value);
      }
    } catch (error) {
      sink.failed(asError(error));
    }
  }
  return {
    cancel: () => {
      cancelled = true;
      goOn();
    },
    pace: (order) => {
      pace = order;
      goOn();
    },
    ended: run(),
  };
}
