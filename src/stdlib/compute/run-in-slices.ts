import type { Step } from "../../learn/index.ts";
import { asError, type Work, type WorkSink } from "./compute-port.ts";

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
 * takes longer. The sink is told of the last step of each slice. `ended` resolves when it is over, however it ends.
 */
export function runInSlices(
  steps: Generator<Step<unknown>, unknown>,
  sink: WorkSink,
  sliceMs: number,
): Work & { ended: Promise<void> } {
  let cancelled = false;
  async function run(): Promise<void> {
    try {
      for (;;) {
        await nextTask();
        if (cancelled) {
          steps.return(undefined);
          return;
        }
        const until = performance.now() + sliceMs;
        let step = steps.next();
        while (!step.done && performance.now() < until) step = steps.next();
        if (step.done) {
          sink.done(step.value);
          return;
        }
        sink.step(step.value);
      }
    } catch (error) {
      sink.failed(asError(error));
    }
  }
  return {
    cancel: () => {
      cancelled = true;
    },
    ended: run(),
  };
}
