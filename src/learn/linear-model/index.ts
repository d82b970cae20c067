export { Lasso } from "./lasso.ts";
export { LinearRegression } from "./linear-regression.ts";
export { LogisticRegression } from "./logistic-regression.ts";
export { Ridge } from "./ridge.ts";
