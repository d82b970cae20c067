import { checkNamedNetworks, notBegun } from "../../learn/neural-network/named-networks.ts";
import type {
  NamedNetworks,
  NamedTraining,
  NetworkTraining,
  Trainable,
} from "../../learn/neural-network/network-training.ts";
import type { Work, WorkSink } from "./compute-port.ts";

/** Starts the training of one network. */
export type StartTraining = (model: Trainable, sink: WorkSink) => Work;

/** Several trainings as one work: a job each, all told to go on, to wait and to end together. */
export function trainTogether(models: NamedNetworks, start: StartTraining, sink: WorkSink): Work {
  checkNamedNetworks(models);
  const trainings: NamedTraining[] = models.map(notBegun);
  const progress = models.map(() => 0);
  let left = models.length;
  const put = (i: number, training: NetworkTraining) => {
    trainings[i] = { name: models[i]![0], ...training };
  };
  const tell = () => {
    const sum = progress.reduce((total, part) => total + part);
    sink.step({ progress: sum / models.length, partial: [...trainings] });
  };
  const works = models.map(([, model], i) =>
    start(model, {
      step: (step) => {
        progress[i] = step.progress;
        put(i, step.partial as NetworkTraining);
        tell();
      },
      done: (result) => {
        progress[i] = 1;
        put(i, result as NetworkTraining);
        left--;
        if (left === 0) sink.done([...trainings]);
        else tell();
      },
      failed: (error) => {
        for (const work of works) work.cancel();
        sink.failed(error);
      },
    }),
  );
  return {
    cancel: () => {
      for (const work of works) work.cancel();
    },
    pace: (order) => {
      for (const work of works) work.pace?.(order);
    },
  };
}
