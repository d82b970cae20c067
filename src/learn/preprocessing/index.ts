export { LabelEncoder } from "./label-encoder.ts";
export { MinMaxScaler } from "./min-max-scaler.ts";
export { OneHotEncoder } from "./one-hot-encoder.ts";
export { PolynomialFeatures } from "./polynomial-features.ts";
export { SimpleImputer } from "./simple-imputer.ts";
export { StandardScaler } from "./standard-scaler.ts";
