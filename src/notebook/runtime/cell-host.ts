import type { Module } from "@observablehq/runtime";
import type { CompiledCell } from "../compile/compile.ts";
import type { SyntaxFault } from "../compile/try-compile.ts";
import type { CellError } from "./cell-error.ts";
import type { CellState } from "./states.ts";
import type { Stdlib } from "./stdlib-port.ts";

/** A cell as the runtime is given it. */
export type CellSpec = {
  id: string;
  /** Null when the source does not compile; then `syntaxError` says why. */
  compiled: CompiledCell | null;
  syntaxError?: SyntaxFault;
  /** The names that a source that does not compile means to define; default those that the cell had before. */
  names?: string[];
  /** Runs only when asked (`run=click`). */
  onClick?: boolean;
  /** Has blanks to fill in: does not run. */
  blank?: boolean;
  /** Its names are not for other cells: an exercise may use any, and two may use the same. */
  isPrivate?: boolean;
};

/** What a name stands for at the moment. */
export type NamedOutcome = { state: "pending" | "fulfilled" | "rejected" | "idle"; value?: unknown };

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
  /** When the last run started, as `performance.now()` counts; null before the first. */
  readonly startedAt: number | null;
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
  /** What a name of the cell stands for. */
  outcome(name: string): NamedOutcome;
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

/** What explaining an error needs to know of the rest of the notebook. */
export type ErrorHost = {
  /** The cells that define a name: one, if all is well. */
  definers(name: string): readonly RunningCell[];
  /** The cell that defined a name until it was changed or deleted. */
  formerDefiner(name: string): { id: string; outputs: readonly string[]; deleted: boolean } | undefined;
  /** Whether the notebook or the browser has a name for cells, without a cell that defines it. */
  isBuiltIn(name: string): boolean;
  /** Every name that a cell could use. */
  knownNames(): Iterable<string>;
  /** The shortest way from a cell by what it reads back to itself, as ids. */
  circleOf(cell: RunningCell): string[];
};

/** What a cell needs of its notebook. */
export type CellHost = ErrorHost & {
  readonly module: Module;
  readonly stdlib: Stdlib;
  /** Finds a module for an `import`. */
  readonly load: (specifier: string, names?: string[]) => Promise<Record<string, unknown>>;
  /** An input was moved: its readers will run soon. */
  touch(): void;
  /** Values for a cell's inputs that came from outside. */
  presetsOf(cell: string): readonly unknown[];
  presetRefused(cell: string, index: number, why: string): void;
  /** Whether the readers of a cell are too slow to follow every move of an input. */
  isSlowBehind(cell: RunningCell): boolean;
  stateChanged(): void;
  namesChanged(): void;
};
