import { checkSameLength, type Label, type Labels, selectLabels } from "../base/labels.ts";
import { Matrix, type MatrixLike } from "../base/matrix.ts";
import { checkOptions } from "../base/options.ts";
import { shown } from "../base/shown.ts";
import { RandomState } from "../random-state.ts";
import type { Fold } from "../selection/fold.ts";
import { groupDraws } from "../selection/group-shuffle-split.ts";
import { drawnFolds } from "../selection/shuffle-split.ts";
import { stratifiedDraws } from "../selection/stratified-shuffle-split.ts";
import type { Samples } from "./engine.ts";
import type { MLPSettings } from "./mlp-params.ts";
import type { Output } from "./output.ts";
import type { TrainingTask } from "./training-steps.ts";
import { startWeights } from "./weights.ts";

/** As many rows a step as scikit-learn takes, unless told otherwise. */
const USUAL_BATCH = 200;

/** Samples that are not learned from: how well the network does on them is written down after each epoch. */
export type ValidationSamples = {
  /** The samples, one a row. */
  X: MatrixLike;
  /** The class, or the number, of each row. */
  y: Labels;
};

/** What a network's `fit` takes besides the samples. */
export type NetworkFitOptions = {
  /** There are no weights of rows: all count the same. */
  sampleWeight?: never;
  /** Samples to hold against: `{X, y}`. They are not learned from. */
  validation?: ValidationSamples | null;
  /** For each row its group: what early stopping holds out are then whole groups. */
  groups?: Labels | null;
};

/** The samples as numbers, and what the last layer is for. */
export type Prepared = {
  matrix: Matrix;
  output: Output;
  /** The targets of labels, rows × `width`; throws when one cannot be one of a held-out sample. */
  targetsOf(y: Labels): Float64Array;
  width: number;
};

/** A training as its parameters and samples ask for. Throws when they do not fit together. */
export function trainingTask(
  who: string,
  settings: MLPSettings,
  prepared: Prepared,
  y: Labels,
  options: NetworkFitOptions = {},
): TrainingTask {
  checkOptions(`${who}.fit`, ["validation", "groups"], options ?? {});
  const { matrix, output, width } = prepared;
  const { training, validation } = parted(who, settings, prepared, y, options ?? {});
  const { rows } = training.X;
  const { batchSize, hiddenLayerSizes, activation, randomState } = settings;
  if (batchSize !== null && batchSize > rows) {
    throw new RangeError(
      `${who}: batchSize is ${batchSize}, but there are only ${rows} rows to learn from: take ${rows} or fewer, or null`,
    );
  }
  const random = new RandomState(randomState);
  const hidden = typeof hiddenLayerSizes === "number" ? [hiddenLayerSizes] : hiddenLayerSizes;
  return {
    ...settings,
    batchSize: batchSize ?? Math.min(USUAL_BATCH, rows),
    output,
    training,
    validation,
    random,
    start: startWeights([matrix.cols, ...hidden, width], activation, random),
  };
}

function parted(
  who: string,
  { earlyStopping, validationFraction, randomState }: MLPSettings,
  { matrix, output, targetsOf }: Prepared,
  y: Labels,
  { validation, groups }: NetworkFitOptions,
): { training: Samples; validation?: Samples } {
  const of = (rows: Int32Array): Samples => ({
    X: matrix.selectRows(rows),
    targets: targetsOf(selectLabels(y, rows)),
  });
  if (validation) {
    const all = { X: matrix, targets: targetsOf(y) };
    return { training: all, validation: heldOut(who, validation, matrix.cols, targetsOf) };
  }
  if (!earlyStopping) return { training: { X: matrix, targets: targetsOf(y) } };
  const { train, test } = drawn(who, matrix, y, groups, output, validationFraction, randomState);
  return { training: of(train), validation: of(test) };
}

function drawn(
  who: string,
  X: Matrix,
  y: Labels,
  groups: Labels | null | undefined,
  output: Output,
  testSize: number,
  seed: number,
): Fold {
  const sizes = { testSize };
  const whose = `the validationFraction of ${who}`;
  if (groups) return groupDraws(X, groups, 1, sizes, testSize, seed, whose)[0]!;
  const random = new RandomState(seed);
  if (output === "identity") return drawnFolds(X.rows, 1, sizes, testSize, random, whose)[0]!;
  return stratifiedDraws(X, y, 1, sizes, testSize, random, whose)[0]!;
}

function heldOut(
  who: string,
  validation: ValidationSamples,
  cols: number,
  targetsOf: (y: Labels) => Float64Array,
): Samples {
  if (typeof validation !== "object" || !("X" in validation) || !("y" in validation)) {
    throw new TypeError(
      `${who}: validation must be samples that are held out, {X, y}, but it is ${shown(validation)}`,
    );
  }
  const X = Matrix.from(validation.X, "validation.X");
  if (X.rows === 0) throw new RangeError(`${who}: validation needs at least one row`);
  if (X.cols !== cols) {
    throw new RangeError(`${who}: validation.X must have ${cols} columns, as X has, but it has ${X.cols}`);
  }
  checkSameLength("validation.X", X.rows, "validation.y", validation.y?.length ?? 0);
  return { X, targets: targetsOf(validation.y) };
}

/** Throws when a held-out sample is of a class that was not learned. */
export function checkKnown(who: string, y: Labels, classes: readonly Label[]): void {
  const known = new Set(classes);
  for (let i = 0; i < y.length; i++) {
    if (known.has(y[i]!)) continue;
    throw new RangeError(
      `${who}: validation.y holds ${shown(y[i])} (item ${i}), which is none of the classes that are learned: ${classes.map(shown).join(", ")}`,
    );
  }
}
