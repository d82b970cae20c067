export { ColumnTransformer, type NamedTransformer } from "./column-transformer.ts";
export { type NamedStep, Pipeline } from "./pipeline.ts";
