export { type PartialDependence, partialDependence } from "./partial-dependence.ts";
export {
  type PermutationImportance,
  permutationImportance,
  permutationImportanceSteps,
} from "./permutation-importance.ts";
export { type Explanation, shapleyValues } from "./shapley-values.ts";
