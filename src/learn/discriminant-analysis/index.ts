export { LinearDiscriminantAnalysis } from "./linear-discriminant-analysis.ts";
