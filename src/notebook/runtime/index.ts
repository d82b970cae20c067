export type { CellError } from "./cell-error.ts";
export type { CellRuntime, CellSink, CellSpec } from "./cell-runtime.ts";
export { latest } from "./latest.ts";
export { MutableValue } from "./mutable.ts";
export { NotebookRuntime, type NotebookState } from "./notebook-runtime.ts";
export { isRun, type Run, type RunHandle, runBrand } from "./run-protocol.ts";
export { type CellState, cellStates } from "./states.ts";
export type { CellContext, Stdlib } from "./stdlib-port.ts";
export { inputValues } from "./view-input.ts";
