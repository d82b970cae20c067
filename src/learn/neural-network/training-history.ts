/** How a training went, epoch by epoch; the first epoch is 1, and stands first in each list. */
export type TrainingHistory = {
  /** Loss on the samples that are learned from, after each epoch: nothing dropped, and without the penalty. */
  training: number[];
  /** Loss on the samples that are held out, if there are any. */
  validation?: number[];
  /** Accuracy, or for numbers R², on the samples that are learned from. */
  trainingScore: number[];
  /** The same on the samples that are held out. */
  validationScore?: number[];
  /** The epoch with the least loss on the samples that are held out. */
  bestEpoch?: number;
  /** The epoch after which early stopping ended it. */
  stoppedAt?: number;
  /** The epoch after which the loss was no number any more, which ended it. */
  divergedAt?: number;
  /** What is to be said of how it ended, in words. */
  message?: string;
};

/** What a learner is told when the loss is no number any more. */
export function divergedMessage(epoch: number, learningRate: number): string {
  return `Training has diverged: after epoch ${epoch} the loss is no number any more. The learning rate (${learningRate}) is probably too high, so try a tenth of it; or the columns of X are of very different size, so scale them first. The network is the last one whose loss was a number.`;
}

/** A history of its own: what is done to it changes nothing in the model. */
export function copiedHistory(history: TrainingHistory): TrainingHistory {
  const entries = Object.entries(history).map(([name, value]) => [
    name,
    Array.isArray(value) ? [...value] : value,
  ]);
  return Object.fromEntries(entries) as TrainingHistory;
}
