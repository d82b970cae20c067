import { decode } from "../../learn/base/json.ts";
import { fromJSON, Matrix, type Trainable, type TrainNetworkOptions } from "../../learn/index.ts";
import { sentSteps, wantedBackend } from "../../learn/neural-network/train-network.ts";
import type { LearnJob } from "./job.ts";
import type { Steps } from "./step-functions.ts";

/**
 * A training as steps. TensorFlow.js is fetched for the first network that is large enough for it, and its WebAssembly
 * from beside the page's other files.
 */
export async function stepsOfNetworkJob({ estimator, data, options }: LearnJob): Promise<Steps> {
  const model = fromJSON(estimator) as Trainable;
  const X = new Matrix(data.X.data, data.X.rows, data.X.cols);
  const given = decode(options, fromJSON) as TrainNetworkOptions;
  const wanted = wantedBackend(model, X, given);
  if (wanted === "plain") return sentSteps(model, X, data.y, given);
  const { tensorEngine, useBackend } = await import("../../neural/index.ts");
  const backend = await useBackend(wanted, async () => (await import("./wasm-place.ts")).wasmPlace);
  // The plain one is quicker than tensors in plain JavaScript.
  if (backend === "cpu" && (given.backend ?? "auto") === "auto") return sentSteps(model, X, data.y, given);
  return sentSteps(model, X, data.y, given, backend, tensorEngine);
}
