export { type NamedStep, Pipeline } from "./pipeline.ts";
