import { checkParams, namedLearners } from "../base/params.ts";
import type { NamedNetworks, NamedTraining } from "./network-training.ts";

const rules = { models: namedLearners("predict") };

/** Throws unless it is a list of named networks. */
export function checkNamedNetworks(models: NamedNetworks): void {
  checkParams("trainNetworks", rules, { models });
}

/** A training that has not begun: nothing is known, and the network is not fitted. */
export function notBegun([name, model]: NamedNetworks[number]): NamedTraining {
  return { name, network: model.clone(), epoch: 0, training: [], trainingScore: [], backend: "plain" };
}
