import { Pipeline, type Predictor, StandardScaler } from "../../src/learn/index.ts";

/** A model whose features are standardised on what it learns from. */
export function scaled(model: Predictor): Pipeline {
  return new Pipeline([
    ["scale", new StandardScaler()],
    ["model", model],
  ]);
}
