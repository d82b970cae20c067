import type { Module } from "@observablehq/runtime";
import type { CompiledCell } from "../compile/compile.ts";
import type { CellError, ErrorContext } from "./cell-error.ts";
import type { CellState } from "./states.ts";
import type { Stdlib } from "./stdlib-port.ts";

/** A cell as the runtime is given it. */
export type CellSpec = {
  id: string;
  /** Null when the source does not compile; then `syntaxError` says why. */
  compiled: CompiledCell | null;
  syntaxError?: CellError;
  /** Runs only when asked (`run=click`). */
  onClick?: boolean;
  /** Has blanks to fill in: does not run. */
  blank?: boolean;
};

/** What can be seen of a cell in the runtime. */
export type RunningCell = {
  readonly id: string;
  readonly spec: CellSpec;
  readonly state: CellState;
  readonly error: CellError | null;
  /** The names that it defines, and those that it reads. */
  readonly outputs: string[];
  readonly inputs: string[];
  /** Why it ran again: the names whose values changed. */
  readonly reasons: string[];
  /** How long the last run took in all. */
  readonly elapsedMs: number;
  /** Whether an input of the cell waits for its release, since its readers are slow. */
  readonly actsOnRelease: boolean;
  /** Whether the notebook is not settled because of this cell. */
  readonly busy: boolean;
};

/** Where a cell shows itself; the view implements it. */
export type CellSink = {
  /** The element that `visibility` watches. */
  readonly node?: Element;
  clear(): void;
  show(value: unknown): unknown;
  changed(cell: RunningCell): void;
  progress(fraction: number | null): void;
};

/** What a cell needs of its notebook. */
export type CellHost = {
  readonly module: Module;
  readonly stdlib: Stdlib;
  /** Finds a module for an `import`. */
  readonly load: (specifier: string, names?: string[]) => Promise<Record<string, unknown>>;
  cell(id: string): RunningCell | undefined;
  /** An input was moved: its readers will run soon. */
  touch(): void;
  /** Whether the readers of a cell are too slow to follow every move of an input. */
  isSlowBehind(cell: RunningCell): boolean;
  errorContext(cell: RunningCell): ErrorContext;
  stateChanged(): void;
};
