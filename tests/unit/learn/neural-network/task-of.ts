import { Matrix, RandomState } from "../../../../src/learn/index.ts";
import type { Activation } from "../../../../src/learn/neural-network/activation.ts";
import type { EngineTask } from "../../../../src/learn/neural-network/engine.ts";
import type { Output } from "../../../../src/learn/neural-network/output.ts";
import { startWeights } from "../../../../src/learn/neural-network/weights.ts";

/** A small network with two layers between, and a dozen samples. */
export function taskOf({ output, activation }: { output: Output; activation: Activation }): EngineTask {
  const random = new RandomState(7);
  const width = output === "softmax" ? 3 : 1;
  const X = new Matrix(
    Float64Array.from({ length: 36 }, () => random.normal()),
    12,
    3,
  );
  const targets = new Float64Array(12 * width);
  for (let i = 0; i < 12; i++) {
    if (output === "softmax") targets[3 * i + random.integers(0, 3)] = 1;
    else targets[i] = output === "logistic" ? random.integers(0, 2) : random.normal();
  }
  return {
    start: startWeights([3, 5, 4, width], activation, random),
    activation,
    output,
    alpha: 0.7,
    solver: "sgd",
    learningRate: 0.1,
    momentum: 0.9,
    nesterovsMomentum: true,
    training: { X, targets },
  };
}
