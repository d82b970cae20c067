export { tensorEngine } from "./tensor-engine.ts";
export { type Backend, useBackend, type WasmPlace } from "./use-backend.ts";
