import type { Module, Observer, Variable } from "@observablehq/runtime";
import type { CompiledCell } from "../compile/compile.ts";
import {
  type CellError,
  cellSourceUrl,
  type ErrorContext,
  explainError,
  reservedName,
} from "./cell-error.ts";
import { CellRun, RunEnded } from "./cell-run.ts";
import { loopGuard, startTurn } from "./loop-guard.ts";
import { isRun } from "./run-protocol.ts";
import { type CellEvent, type CellState, isBusy, transition } from "./states.ts";
import type { Stdlib } from "./stdlib-port.ts";
import { inputValues, keepValue, type ShownInput } from "./view-input.ts";

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

/** Where a cell shows itself; the view implements it. */
export type CellSink = {
  /** The element that `visibility` watches. */
  readonly node?: Element;
  clear(): void;
  show(value: unknown): unknown;
  changed(cell: CellRuntime): void;
  progress(fraction: number | null): void;
};

/** What a cell needs of its notebook. */
export type CellHost = {
  readonly module: Module;
  readonly stdlib: Stdlib;
  /** Finds a module for an `import`. */
  readonly load: (specifier: string, names?: string[]) => Promise<Record<string, unknown>>;
  cell(id: string): CellRuntime | undefined;
  /** An input was moved: its readers will run soon. */
  touch(): void;
  /** Whether the readers of a cell are too slow to follow every move of an input. */
  isSlowBehind(cell: CellRuntime): boolean;
  errorContext(cell: CellRuntime): ErrorContext;
  stateChanged(): void;
};

/** Thrown by a cell that waits to be asked, so that its readers know whom they wait for. */
class NotRunError extends Error {}

type Body = (...inputs: unknown[]) => Promise<Record<string, unknown>>;
type Factory = (guard: (line: number) => void, load: unknown) => Body;

const perRunNames = new Set(["display", "view", "invalidation", "visibility"]);

// Indirect, so that a cell sees no names of this module; unlike Function, it keeps the learner's line numbers.
// biome-ignore lint/security/noGlobalEval: running the learner's code is what a notebook is for
const evaluate = eval;

/** One cell in the Observable runtime: its variables, its state, and its current run. */
export class CellRuntime {
  state: CellState = "idle";
  error: CellError | null = null;
  /** Why the cell ran again: the names whose values changed. */
  reasons: string[] = [];
  /** How long the last run took in all, and how much of that it held the page. */
  elapsedMs = 0;
  heldPageMs = 0;
  /** Whether an input of the cell waits for its release, since its readers are slow. */
  actsOnRelease = false;
  spec: CellSpec;

  readonly #notebook: CellHost;
  readonly #sink: CellSink;
  #outputNames: string[] = [];
  #variables: Variable[] = [];
  #generation = 0;
  #pending = new Set<string>();
  #errors = new Map<string, unknown>();
  #run: CellRun | null = null;
  #factory: Factory | null = null;
  #asked = false;
  #held: Record<string, unknown> | null = null;
  #lastInputs: Map<string, unknown> | null = null;
  #inputs: ShownInput[] = [];
  #inputsBefore: ShownInput[] = [];

  constructor(notebook: CellHost, spec: CellSpec, sink: CellSink) {
    this.#notebook = notebook;
    this.#sink = sink;
    this.spec = spec;
  }

  get id(): string {
    return this.spec.id;
  }

  /** The names that the cell defines; a source that does not compile keeps those of the last one that did. */
  get outputs(): string[] {
    return this.#outputNames;
  }

  get inputs(): string[] {
    return this.spec.compiled?.inputs ?? [];
  }

  /** Whether the notebook is not settled because of this cell. */
  get busy(): boolean {
    return isBusy(this.state);
  }

  /** (Re)defines the cell's variables from its spec. */
  define(spec: CellSpec): void {
    this.delete();
    this.spec = spec;
    this.#factory = null;
    this.#held = null;
    this.#lastInputs = null;
    this.error = null;
    if (spec.compiled) this.#outputNames = spec.compiled.outputs.filter((name) => !this.#isReserved(name));
    const generation = ++this.#generation;
    const { module } = this.#notebook;
    const own = `cell ${this.id}`;
    const inputs = ["invalidation", ...this.inputs.filter((name) => !this.#isPerRun(name))];
    if (this.inputs.includes("visibility")) inputs.push("visibility");
    const body = module.variable(this.#observer(own, generation));
    this.#variables.push(body.define(own, inputs, (...values: unknown[]) => this.#compute(inputs, values)));
    for (const name of this.#outputNames) {
      const output = module.variable(this.#observer(name, generation));
      const read = (exports: Record<string, unknown>) => this.#expose(exports[name]);
      this.#variables.push(output.define(name, [own], read));
    }
  }

  /** Takes the cell out of the notebook and ends what it does. */
  delete(): void {
    ++this.#generation;
    this.#run?.end("outdated");
    for (const variable of this.#variables) variable.delete();
    this.#variables = [];
    this.#pending.clear();
    this.#errors.clear();
  }

  /** Runs the cell now, also one that runs only when asked. */
  run(): void {
    this.#asked = true;
    this.#notebook.touch();
    this.define(this.spec);
  }

  /** Says that the cell's source has changed since it ran. */
  outdate(): void {
    this.#dispatch("outdate");
  }

  /** Ends the current run at once; what it has shown stays. */
  stop(): void {
    if (!this.busy) return;
    this.#run?.end("stopped");
    this.#dispatch("stop");
  }

  #isReserved(name: string): boolean {
    const { shared, perCell } = this.#notebook.stdlib;
    return perRunNames.has(name) || Object.hasOwn(shared, name) || Object.hasOwn(perCell, name);
  }

  #isPerRun(name: string): boolean {
    return perRunNames.has(name) || Object.hasOwn(this.#notebook.stdlib.perCell, name);
  }

  async #compute(names: string[], values: unknown[]): Promise<Record<string, unknown>> {
    const { spec } = this;
    if (!spec.compiled) throw spec.syntaxError ?? new Error("This cell does not compile.");
    const reserved = spec.compiled.outputs.find((name) => this.#isReserved(name));
    if (reserved !== undefined) throw reservedName(reserved, spec.compiled.lines[reserved]);
    if (spec.blank) throw new NotRunError();
    if (spec.onClick && !this.#asked) {
      if (!this.#held) throw new NotRunError();
      this.#dispatch("outdate");
      return this.#held;
    }
    this.#asked = false;
    const given = new Map(names.map((name, i) => [name, values[i]]));
    const invalidation = given.get("invalidation") as Promise<void>;
    const run = new CellRun(invalidation, (fraction) => this.#progressed(run, fraction));
    this.#run?.end("outdated");
    this.#run = run;
    this.#explainRerun(given);
    this.#inputsBefore = this.#inputs;
    this.#inputs = [];
    this.#dispatch("start");
    const started = performance.now();
    try {
      const exports = await run.race(this.#callBody(spec.compiled, run, given));
      this.#held = exports;
      if ("value" in exports && spec.compiled.outputs.length === 0) {
        return { value: this.#expose(exports.value) };
      }
      return exports;
    } finally {
      this.elapsedMs = performance.now() - started;
    }
  }

  async #callBody(compiled: CompiledCell, run: CellRun, given: Map<string, unknown>) {
    const { stdlib, load } = this.#notebook;
    const invalidation = given.get("invalidation") as Promise<void>;
    const context = {
      cellId: this.id,
      invalidation,
      signal: run.signal,
      track: (tracked: Parameters<CellRun["track"]>[0]) => run.track(tracked),
    };
    const own: Record<string, () => unknown> = {
      invalidation: () => invalidation,
      visibility: () => given.get("visibility"),
      display: () => (value: unknown) => this.#display(run, value),
      view: () => (element: HTMLElement) => this.#view(run, element),
    };
    const args = await Promise.all(
      compiled.inputs.map((name) => {
        if (Object.hasOwn(own, name)) return own[name]!();
        return Object.hasOwn(stdlib.perCell, name) ? stdlib.perCell[name]!(context) : given.get(name);
      }),
    );
    if (run.ended) throw run.signal.reason;
    this.#factory ??= evaluate(`${compiled.body}\n//# sourceURL=${cellSourceUrl(this.id)}`) as Factory;
    startTurn();
    const started = performance.now();
    const promise = this.#factory(loopGuard(run.signal, compiled.budgetMs), load)(...args);
    this.heldPageMs = performance.now() - started;
    return promise;
  }

  #display<T>(run: CellRun, value: T): T {
    if (run.ended || run !== this.#run) return value;
    if (!run.shown) this.#sink.clear();
    run.shown = true;
    this.#sink.show(value);
    return value;
  }

  #view(run: CellRun, element: HTMLElement) {
    const shown = keepValue(element, this.#inputsBefore[this.#inputs.length]);
    this.#inputs.push(shown);
    this.#display(run, element);
    return inputValues(element, {
      touched: () => this.#notebook.touch(),
      waitsForRelease: () => {
        this.actsOnRelease = this.#notebook.isSlowBehind(this);
        return this.actsOnRelease;
      },
    });
  }

  /** What readers of an output get: a Run becomes a generator of its partial results. */
  #expose(value: unknown): unknown {
    const run = this.#run;
    return run && isRun(value) ? run.follow(value, () => this.#evaluate()) : value;
  }

  #explainRerun(given: Map<string, unknown>): void {
    const before = this.#lastInputs;
    this.reasons = before
      ? Array.from(given.keys()).filter(
          (name) => !perRunNames.has(name) && given.get(name) !== before.get(name),
        )
      : [];
    this.#lastInputs = given;
  }

  #observer(name: string, generation: number): Observer {
    const isBody = this.#variables.length === 0;
    const current = () => generation === this.#generation;
    return {
      ...(this.#sink.node && { _node: this.#sink.node }),
      pending: () => {
        if (!current()) return;
        this.#pending.add(name);
        this.#errors.delete(name);
        if (isBody) this.#dispatch("invalidate");
      },
      fulfilled: (value) => {
        if (!current()) return;
        this.#pending.delete(name);
        if (isBody) this.#showResult(value as Record<string, unknown>);
        this.#evaluate();
      },
      rejected: (error) => {
        if (!current()) return;
        this.#pending.delete(name);
        this.#errors.set(name, error);
        this.#evaluate();
      },
    };
  }

  #showResult(exports: Record<string, unknown>): void {
    const run = this.#run;
    if (!run || this.state === "stale") return;
    if (this.spec.compiled?.autodisplay) {
      this.#sink.clear();
      this.#sink.show(exports.value);
    } else if (!run.shown) this.#sink.clear();
    run.shown = true;
  }

  /** Derives the cell's state from its variables and its long work. */
  #evaluate(): void {
    if (this.#pending.size > 0) return;
    const own = `cell ${this.id}`;
    const bodyError = this.#errors.get(own);
    // Outputs of a failed body only repeat its error.
    const error = bodyError ?? this.#errors.values().next().value;
    if (error === undefined) {
      this.error = null;
      if (!this.#run?.working) this.#dispatch(this.state === "stale" ? "outdate" : "fulfil");
    } else if (error instanceof RunEnded) this.#dispatch("stop");
    else if (error instanceof NotRunError) this.#dispatch("rest");
    else this.#fail(error);
  }

  #fail(error: unknown): void {
    const isExplained = typeof error === "object" && error !== null && "kind" in error;
    this.error = isExplained ? (error as CellError) : explainError(error, this.#notebook.errorContext(this));
    const upstream = this.error.kind === "upstream" ? this.#notebook.cell(this.error.cell!) : undefined;
    const waits = upstream?.state === "idle" || upstream?.state === "stopped";
    this.#dispatch(waits ? "rest" : "reject");
  }

  #progressed(run: CellRun, fraction: number | null): void {
    if (run !== this.#run) return;
    this.#sink.progress(fraction);
    if (fraction === null) this.#evaluate();
  }

  #dispatch(event: CellEvent): void {
    this.state = transition(this.state, event);
    this.#sink.changed(this);
    this.#notebook.stateChanged();
  }
}
