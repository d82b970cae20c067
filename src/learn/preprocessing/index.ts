export { StandardScaler } from "./standard-scaler.ts";
