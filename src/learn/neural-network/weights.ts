import type { RandomState } from "../random-state.ts";
import type { Activation } from "./activation.ts";

/** What a network has learned: for each layer after the inputs the weights, inputs × units, and a constant for each unit. */
export type Weights = {
  /** Units of each layer, the inputs first. */
  widths: number[];
  /** Of each layer the weights of what comes in: input after input, one for each unit. */
  coefs: Float64Array[];
  /** Of each layer the constant of each unit. */
  intercepts: Float64Array[];
};

/**
 * Small random weights to start from (Glorot and Bengio, 2010), drawn layer by layer: the same numbers as
 * scikit-learn's of the same seed.
 */
export function startWeights(
  widths: readonly number[],
  activation: Activation,
  random: RandomState,
): Weights {
  const spread = activation === "logistic" ? 2 : 6;
  const coefs: Float64Array[] = [];
  const intercepts: Float64Array[] = [];
  for (let l = 1; l < widths.length; l++) {
    const [inputs, units] = [widths[l - 1]!, widths[l]!];
    const bound = Math.sqrt(spread / (inputs + units));
    const draw = () => random.uniform(-bound, bound);
    coefs.push(Float64Array.from({ length: inputs * units }, draw));
    intercepts.push(Float64Array.from({ length: units }, draw));
  }
  return { widths: [...widths], coefs, intercepts };
}

/** Whether all weights are numbers that can still be reckoned with. */
export function areFinite({ coefs, intercepts }: Weights): boolean {
  const largest = 1e100;
  return [...coefs, ...intercepts].every((values) => values.every((value) => Math.abs(value) < largest));
}
