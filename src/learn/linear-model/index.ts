export { LogisticRegression } from "./logistic-regression.ts";
