export { DecisionTreeClassifier } from "./decision-tree-classifier.ts";
export type { MaxFeatures } from "./max-features.ts";
export type { TreeNode } from "./tree-node.ts";
