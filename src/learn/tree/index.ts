export { DecisionTreeClassifier } from "./decision-tree-classifier.ts";
export type { TreeNode } from "./grow-tree.ts";
