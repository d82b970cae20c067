export * from "./alignment/index.ts";
export * from "./base/index.ts";
export * from "./effects/index.ts";
export * from "./evaluation/index.ts";
export * from "./features/index.ts";
export * from "./pitch/index.ts";
export * from "./spectrum/index.ts";
export * from "./symbolic/index.ts";
