import type {
  CrossValidation,
  CrossValidationOptions,
  Labels,
  MatrixLike,
  PartialCrossValidation,
  Predictor,
  ValidationCurve,
  ValidationCurveOptions,
} from "../../learn/index.ts";
import type { ComputePort } from "./compute-port.ts";
import { jobOfCall, stepsOfCall, type TwinName } from "./job.ts";
import { pagePool } from "./page-pool.ts";
import { createRun, type Run } from "./run.ts";
import { runInSlices } from "./run-in-slices.ts";

/** The twins: as the functions of `learn` of the same name, but in the background, with partial results. */
export type Compute = {
  crossValidate(
    estimator: Predictor,
    X: MatrixLike,
    y: Labels,
    options?: CrossValidationOptions,
  ): Run<CrossValidation, PartialCrossValidation>;
  validationCurve<Value>(
    estimator: Predictor,
    X: MatrixLike,
    y: Labels,
    options: ValidationCurveOptions<Value>,
  ): Run<ValidationCurve<Value>>;
};

/** What is known of the cell that uses the twins. */
export type CellContext = {
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
export function computeFor({ signal, track }: CellContext, port: ComputePort | null = pagePool()): Compute {
  function twin(name: TwinName, args: unknown[]): Run<never> {
    return createRun<never>({
      name,
      ...(signal && { signal }),
      ...(track && { track }),
      start: (sink) => {
        const job = port && jobOfCall(name, args);
        return job ? port.submit(job, sink) : runInSlices(stepsOfCall(name, args), sink, PAGE_SLICE_MS);
      },
    });
  }
  return {
    crossValidate: (...args) => twin("crossValidate", args),
    validationCurve: (...args) => twin("validationCurve", args),
  };
}
