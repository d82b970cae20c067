/** What a unit makes of the sum that reaches it. */
export type Activation = "relu" | "tanh" | "logistic" | "identity";

export const activationNames = ["relu", "tanh", "logistic", "identity"] as const;

/** Puts what the units say in the place of the sums that reach them. */
export function activate(sums: Float64Array, activation: Activation): void {
  if (activation === "relu") {
    for (let i = 0; i < sums.length; i++) if (sums[i]! < 0) sums[i] = 0;
  } else if (activation === "tanh") {
    for (let i = 0; i < sums.length; i++) sums[i] = Math.tanh(sums[i]!);
  } else if (activation === "logistic") {
    for (let i = 0; i < sums.length; i++) sums[i] = 1 / (1 + Math.exp(-sums[i]!));
  }
}

/** Multiplies `slopes` by how steep the activation is where the units say `said`. */
export function timesSteepness(slopes: Float64Array, said: Float64Array, activation: Activation): void {
  if (activation === "relu") {
    for (let i = 0; i < slopes.length; i++) if (said[i]! <= 0) slopes[i] = 0;
  } else if (activation === "tanh") {
    for (let i = 0; i < slopes.length; i++) slopes[i] = slopes[i]! * (1 - said[i]! * said[i]!);
  } else if (activation === "logistic") {
    for (let i = 0; i < slopes.length; i++) slopes[i] = slopes[i]! * said[i]! * (1 - said[i]!);
  }
}
