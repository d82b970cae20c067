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
  /** The names that a source that does not compile means to define; default those that the cell had before. */
  names?: string[];
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
  /**
   * What a running cell is at: `computing` while long work (a Run) goes on, `waiting` for a promise that may never
   * settle; null when it is not running.
   */
  readonly phase: "computing" | "waiting" | null;
  /** Since when it waits for a promise, as `performance.now()` counts; null when it does not. */
  readonly waitsSince: number | null;
  /** Of a cell that is queued: the inputs that are not there yet, and the cells that they come from. */
  readonly pendingInputs: { name: string; cell: string }[];
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
  /** Values for a cell's inputs that came from outside. */
  presetsOf(cell: string): readonly unknown[];
  presetRefused(cell: string, index: number, why: string): void;
  /** The cell that defines a name, if one does alone. */
  definerOf(name: string): RunningCell | undefined;
  /** Whether the readers of a cell are too slow to follow every move of an input. */
  isSlowBehind(cell: RunningCell): boolean;
  errorContext(cell: RunningCell): ErrorContext;
  stateChanged(): void;
  namesChanged(): void;
};
