import { type Module, Runtime } from "@observablehq/runtime";
import type { CompiledCell } from "../compile/compile.ts";
import { builtins } from "./builtins.ts";
import { perRunNames } from "./cell-body.ts";
import { CellGraph } from "./cell-graph.ts";
import type { CellHost, CellSink, CellSpec } from "./cell-host.ts";
import { CellRuntime } from "./cell-runtime.ts";
import { evaluateOnce } from "./evaluate-once.ts";
import { allowedGlobals } from "./globals.ts";
import { watchLateErrors } from "./late-errors.ts";
import { type NamedValue, namedValuesOf } from "./named-values.ts";
import { isReserved } from "./reserved-names.ts";
import { frameOrTimer } from "./schedule.ts";
import { importer, type Stdlib } from "./stdlib-port.ts";

export type NotebookState = "loading" | "running" | "settled";

/** A reader that holds the page longer than this runs when an input is released, not at every move. */
const slowMs = 200;

/** Passes of the runtime that a moved input may need until its readers are queued: one to hand over, one to reach. */
const passesAfterTouch = 2;

/** A class of its own, since already to define the built-in names asks for a first pass, while it is constructed. */
class ScheduledRuntime extends Runtime {
  override async _computeSoon(): Promise<void> {
    await frameOrTimer();
    if (!this._disposed) await this._computeNow();
  }
}

/** The cells of one notebook, run by one Observable runtime. */
export class NotebookRuntime implements CellHost {
  readonly module: Module;
  readonly load: ReturnType<typeof importer>;
  readonly stdlib: Stdlib;
  state: NotebookState = "loading";
  settledCount = 0;
  /** Values from outside for the inputs of a cell (by its id): each is set when its input is first shown. */
  readonly presets = new Map<string, unknown[]>();
  /** Told when an input does not take its preset: the cell, which of its inputs (from 0), and why in plain words. */
  onPresetRefused: (cell: string, index: number, why: string) => void = () => {};

  readonly #runtime: ScheduledRuntime;
  readonly #cells = new Map<string, CellRuntime>();
  readonly #onState: (state: NotebookState) => void;
  readonly #waiting: (() => void)[] = [];
  readonly #nameListeners = new Set<() => void>();
  #namesDue = false;
  #order = new Map<string, number>();
  #graph: CellGraph<CellRuntime> | null = null;
  /** Who defined a name last, of those that nobody defines any more. */
  readonly #formerDefiners = new Map<string, string>();
  #endWatch: () => void = () => {};
  #passesToGo = 0;
  #checking = false;
  #refreshDue = false;
  #disposed = false;

  /** `frame` is the element whose width is `width`; without one (in Node) there is no such name. */
  constructor(library: Stdlib, frame: Element | null, onState: (state: NotebookState) => void = () => {}) {
    const stdlib = { ...library, shared: { ...builtins(frame), ...library.shared } };
    this.stdlib = stdlib;
    this.load = importer(stdlib.modules);
    this.#onState = onState;
    const runtime = new ScheduledRuntime(stdlib.shared, (name) => {
      if (isGlobal(name)) return Reflect.get(globalThis, name);
      // Other globals of the window do not leak in.
      throw new Error(`${name} is not defined`);
    });
    const computeNow = runtime._computeNow;
    runtime._computeNow = async () => {
      await computeNow.call(runtime);
      if (this.#passesToGo > 0 && --this.#passesToGo > 0) void runtime._compute();
      this.#checkSoon();
    };
    this.#runtime = runtime;
    this.module = runtime.module();
    if (typeof globalThis.addEventListener === "function") {
      this.#endWatch = watchLateErrors(globalThis as unknown as EventTarget, ({ cell, body, error }) => {
        return this.#cells.get(cell)?.failLate(error, body) ?? false;
      });
    }
  }

  /** Adds a cell, or gives an existing one a new source. */
  define(spec: CellSpec, sink: CellSink): CellRuntime {
    let cell = this.#cells.get(spec.id);
    if (!cell) {
      cell = new CellRuntime(this, spec, sink);
      this.#cells.set(spec.id, cell);
    }
    this.touch();
    const before = cell.outputs;
    cell.define(spec);
    this.#cellsChanged(spec.id, before, cell.outputs);
    return cell;
  }

  /** Takes a cell out; readers of its names are told so. */
  remove(id: string): void {
    const cell = this.#cells.get(id);
    if (!cell) return;
    this.touch();
    cell.delete();
    this.#cells.delete(id);
    this.#cellsChanged(id, cell.outputs, []);
  }

  #cellsChanged(id: string, before: readonly string[], now: readonly string[]): void {
    for (const name of before) this.#formerDefiners.set(name, id);
    for (const name of now) this.#formerDefiners.delete(name);
    this.#graph = null;
    this.namesChanged();
  }

  /** Says in which order the cells stand in the document; cells that are not named come after them. */
  order(ids: readonly string[]): void {
    this.#order = new Map(ids.map((id, i) => [id, i]));
    this.#graph = null;
    this.#checkSoon();
    this.namesChanged();
  }

  cell(id: string): CellRuntime | undefined {
    return this.#cells.get(id);
  }

  /** All cells, in the order of the document where that is known, else in that of their definition. */
  cells(): CellRuntime[] {
    const place = (id: string) => this.#order.get(id) ?? this.#order.size;
    return Array.from(this.#cells.values()).sort((a, b) => place(a.id) - place(b.id));
  }

  /** The names that cells define, in the order of the document, with what they stand for now. */
  namedValues(): NamedValue[] {
    return namedValuesOf(this.cells());
  }

  /** Calls back when anything of `namedValues` may have changed, at most once a frame. Returns what ends it. */
  onNames(listener: () => void): () => void {
    this.#nameListeners.add(listener);
    return () => this.#nameListeners.delete(listener);
  }

  namesChanged(): void {
    if (this.#namesDue || this.#nameListeners.size === 0) return;
    this.#namesDue = true;
    void frameOrTimer().then(() => {
      this.#namesDue = false;
      if (!this.#disposed) for (const listener of this.#nameListeners) listener();
    });
  }

  /** What the inputs of each cell stand at; null stands for a value that cannot be written down. */
  inputValues(): Map<string, unknown[]> {
    const values = this.cells().map((cell) => [cell.id, cell.inputValues()] as const);
    return new Map(values.filter(([, of]) => of.some((value) => value !== null)));
  }

  presetsOf(cell: string): readonly unknown[] {
    return this.presets.get(cell) ?? [];
  }

  presetRefused(cell: string, index: number, why: string): void {
    this.onPresetRefused(cell, index, why);
  }

  /** Ends everything; nothing more is said of it. */
  dispose(): void {
    this.#disposed = true;
    this.#endWatch();
    for (const resolve of this.#waiting.splice(0)) resolve();
    for (const cell of this.#cells.values()) cell.delete();
    this.#cells.clear();
    this.#runtime.dispose();
  }

  /** The current value of a name, once it has one. */
  async value(name: string): Promise<unknown> {
    for (;;) {
      const variable = this.module._scope.get(name);
      const value = await this.module.value(name);
      // A cell that was run anew meanwhile has another variable, which has not got its value yet.
      if (variable === this.module._scope.get(name)) return value;
    }
  }

  /** Runs code once, beside the cells; see `evaluateOnce`. */
  evaluate(
    id: string,
    compiled: CompiledCell,
    own: ReadonlyMap<string, unknown>,
  ): Promise<Record<string, unknown>> {
    return evaluateOnce(this, id, compiled, own);
  }

  /** Resolves when nothing runs, is queued, or is about to be. */
  whenSettled(): Promise<void> {
    if (this.state === "settled" || this.#disposed) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Something changed that will reach cells in one of the next passes. */
  touch(): void {
    this.#passesToGo = passesAfterTouch;
    this.#set("running");
    void this.#runtime._compute();
  }

  /** Whether what depends on a cell is too slow to follow every move of an input in it. */
  isSlowBehind(cell: CellRuntime): boolean {
    return Array.from(this.#cellGraph.behind(cell)).some((reader) => reader.heldPageMs > slowMs);
  }

  get #cellGraph(): CellGraph<CellRuntime> {
    this.#graph ??= new CellGraph(this.cells());
    return this.#graph;
  }

  definers(name: string): readonly CellRuntime[] {
    return this.#cellGraph.definers(name);
  }

  circleOf(cell: CellRuntime): string[] {
    return this.#cellGraph.circleOf(cell);
  }

  formerDefiner(name: string): ReturnType<CellHost["formerDefiner"]> {
    const id = this.#formerDefiners.get(name);
    return id === undefined
      ? undefined
      : { id, outputs: this.#cells.get(id)?.outputs ?? [], deleted: !this.#cells.has(id) };
  }

  isBuiltIn(name: string): boolean {
    return isReserved(name, this.stdlib) || isGlobal(name);
  }

  knownNames(): string[] {
    const { shared, perCell } = this.stdlib;
    const own = this.cells().flatMap(({ outputs }) => outputs);
    return [...own, ...Object.keys(shared), ...Object.keys(perCell), ...perRunNames];
  }

  stateChanged(): void {
    this.#checkSoon();
  }

  // Several cells change in one go; one look after all of them is enough.
  #checkSoon(): void {
    if (this.#checking) return;
    this.#checking = true;
    queueMicrotask(() => {
      this.#checking = false;
      const busy = this.#passesToGo > 0 || this.#isAnyBusy();
      if (!busy) this.#refresh();
      else this.#refreshSoon();
      this.#set(busy ? "running" : "settled");
    });
  }

  #isAnyBusy(): boolean {
    for (const cell of this.#cells.values()) if (cell.busy) return true;
    return false;
  }

  /** Has cells say anew what they wait for. */
  #refresh(): void {
    for (const cell of this.#cells.values()) cell.refresh();
  }

  // While other cells still run, which may be for ever, now and then is enough.
  #refreshSoon(): void {
    if (this.#refreshDue) return;
    this.#refreshDue = true;
    void frameOrTimer().then(() => {
      this.#refreshDue = false;
      if (!this.#disposed) this.#refresh();
    });
  }

  #set(state: NotebookState): void {
    if (state === this.state || this.#disposed) return;
    this.state = state;
    if (state === "settled") {
      ++this.settledCount;
      for (const resolve of this.#waiting.splice(0)) resolve();
    }
    this.#onState(state);
  }
}

function isGlobal(name: string): boolean {
  return allowedGlobals.has(name) && name in globalThis;
}
