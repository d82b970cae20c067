import { permutationImportanceSteps } from "../../learn/inspection/permutation-importance.ts";
import { trainNetworkSteps, trainNetworksSteps } from "../../learn/neural-network/train-network.ts";
import {
  biasVarianceSteps,
  bootstrapScoreSteps,
  bootstrapSteps,
  crossValidateSteps,
  crossValPredictSteps,
  fitSearchSteps,
  learningCurveSteps,
  nestedCrossValidateSteps,
  permutationTestScoreSteps,
  type Step,
  validationCurveSteps,
} from "../../learn/selection/index.ts";
import type { LearnTwinName } from "./job.ts";

export type Steps = Generator<Step<unknown>, unknown>;
type AnySteps = (...args: unknown[]) => Steps;

const stepFunctions: Record<LearnTwinName, unknown> = {
  biasVariance: biasVarianceSteps,
  bootstrap: bootstrapSteps,
  bootstrapScore: bootstrapScoreSteps,
  crossValidate: crossValidateSteps,
  crossValPredict: crossValPredictSteps,
  fitSearch: fitSearchSteps,
  learningCurve: learningCurveSteps,
  nestedCrossValidate: nestedCrossValidateSteps,
  permutationImportance: permutationImportanceSteps,
  permutationTestScore: permutationTestScoreSteps,
  trainNetwork: trainNetworkSteps,
  trainNetworks: trainNetworksSteps,
  validationCurve: validationCurveSteps,
};

/** A call of a slow function of `learn` as steps. */
export function stepsOfCall(name: LearnTwinName, args: readonly unknown[]): Steps {
  return (stepFunctions[name] as AnySteps)(...args);
}
