export { DecisionTreeClassifier } from "./decision-tree-classifier.ts";
export { DecisionTreeRegressor } from "./decision-tree-regressor.ts";
export type { MaxFeatures } from "./max-features.ts";
export type { RegressionNode, TreeNode } from "./tree-node.ts";
