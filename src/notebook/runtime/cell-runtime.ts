import type { Observer, Variable } from "@observablehq/runtime";
import { CellBody, perRunNames } from "./cell-body.ts";
import { type CellError, explainError, reservedName } from "./cell-error.ts";
import type { CellHost, CellSink, CellSpec, RunningCell } from "./cell-host.ts";
import { CellInputs } from "./cell-inputs.ts";
import { CellRun, isReactive, RunEnded } from "./cell-run.ts";
import type { NamedOutcome } from "./named-values.ts";
import { type CellEvent, type CellState, isBusy, transition } from "./states.ts";

/** Thrown by a cell that waits to be asked, so that its readers know whom they wait for. */
class NotRunError extends Error {}

type Values = Record<string, unknown>;

/** Under what a cell keeps the variable of a value that shows itself: no name could be this. */
const shownName = "shown value";

/** One cell in the Observable runtime: its variables, its state, and its current run. */
export class CellRuntime implements RunningCell {
  state: CellState = "idle";
  error: CellError | null = null;
  /** Why the cell ran again: the names whose values changed. */
  reasons: string[] = [];
  /** How long the last run took in all. */
  elapsedMs = 0;
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
  #body: CellBody | null = null;
  #asked = false;
  #outdated = false;
  /** The last values of the names, for a cell that keeps them until it is asked to run. */
  #held: Values | null = null;
  #exposed = new Set<string>();
  #lastInputs: Map<string, unknown> | null = null;
  readonly #shownInputs: CellInputs;
  #outcomes = new Map<string, NamedOutcome>();
  #waitsSince: number | null = null;
  /** How long the last two runs held the page; none of a cell that has run less often. */
  #heldPageMs: [number, number] = [0, 0];

  constructor(notebook: CellHost, spec: CellSpec, sink: CellSink) {
    this.#notebook = notebook;
    this.#sink = sink;
    this.spec = spec;
    this.#shownInputs = new CellInputs({
      touched: () => notebook.touch(),
      waitsForRelease: () => this.#waitsForRelease(),
      presets: () => notebook.presetsOf(this.id),
      presetRefused: (index, why) => notebook.presetRefused(this.id, index, why),
    });
  }

  get id(): string {
    return this.spec.id;
  }

  /** How long a run holds the page: the shorter of the last two, since the first one of a page is never typical. */
  get heldPageMs(): number {
    return Math.min(...this.#heldPageMs);
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

  get phase(): RunningCell["phase"] {
    if (this.state !== "running") return null;
    return this.#run?.working ? "computing" : "waiting";
  }

  get waitsSince(): number | null {
    return this.phase === "waiting" ? this.#waitsSince : null;
  }

  get pendingInputs(): RunningCell["pendingInputs"] {
    if (this.state !== "queued") return [];
    return this.inputs.flatMap((name) => {
      const cell = this.#notebook.definerOf(name);
      return cell?.busy ? [{ name, cell: cell.id }] : [];
    });
  }

  /** What a name of the cell stands for. */
  outcome(name: string): NamedOutcome {
    if (this.state === "idle" || this.state === "stopped") {
      const outcome = this.#outcomes.get(name);
      return outcome?.state === "fulfilled" ? outcome : { state: "idle" };
    }
    return this.#outcomes.get(name) ?? { state: "pending" };
  }

  /** What the cell's inputs stand at; null for what cannot be written down. */
  inputValues(): unknown[] {
    return this.#shownInputs.values();
  }

  /** (Re)defines the cell's variables from its spec. */
  define(spec: CellSpec): void {
    this.delete();
    this.spec = spec;
    this.#body = spec.compiled && new CellBody(spec.id, spec.compiled, this.#notebook);
    this.#held = null;
    this.#lastInputs = null;
    this.#outdated = false;
    this.error = null;
    if (spec.compiled) this.#outputNames = spec.compiled.outputs.filter((name) => !this.#isReserved(name));
    const generation = ++this.#generation;
    const { module } = this.#notebook;
    const own = `cell ${this.id}`;
    // A cell that does not run waits for nobody, and has nothing fetched that it names.
    const rests = spec.blank || (spec.onClick && !this.#asked);
    const read = rests ? [] : this.inputs;
    const inputs = ["invalidation", ...read.filter((name) => !this.#isPerRun(name))];
    if (read.includes("visibility")) inputs.push("visibility");
    const body = module.variable(this.#observer(own, generation));
    this.#variables.push(body.define(own, inputs, (...values: unknown[]) => this.#compute(inputs, values)));
    for (const name of this.#outputNames) {
      const output = module.variable(this.#observer(name, generation));
      this.#variables.push(output.define(name, [own], (exports: Values) => this.#expose(name, exports)));
    }
    if (!spec.compiled?.autodisplay) return;
    const shown = module.variable(this.#observer(shownName, generation));
    this.#variables.push(shown.define(null, [own], (exports: Values) => this.#expose("value", exports)));
  }

  /** Takes the cell out of the notebook and ends what it does. */
  delete(): void {
    ++this.#generation;
    const run = this.#run;
    this.#run = null;
    run?.end("outdated");
    for (const variable of this.#variables) variable.delete();
    this.#variables = [];
    this.#pending.clear();
    this.#errors.clear();
  }

  /** Runs the cell now, also one that runs only when asked. */
  run(): void {
    this.#asked = true;
    this.#again();
  }

  #again(): void {
    this.#notebook.touch();
    this.define(this.spec);
  }

  /** Says that the cell's source has changed since it ran; so it stays until it is defined anew. */
  outdate(): void {
    this.#outdated = true;
    this.#dispatch("outdate");
  }

  /** Ends the current run at once; what it has shown stays. */
  stop(): void {
    if (!this.busy) return;
    this.#asked = false;
    this.error = null;
    this.#dispatch("stop");
    this.#run?.end("stopped");
  }

  #isReserved(name: string): boolean {
    const { shared, perCell } = this.#notebook.stdlib;
    return perRunNames.has(name) || Object.hasOwn(shared, name) || Object.hasOwn(perCell, name);
  }

  #isPerRun(name: string): boolean {
    return perRunNames.has(name) || Object.hasOwn(this.#notebook.stdlib.perCell, name);
  }

  async #compute(names: string[], values: unknown[]): Promise<Values> {
    const { spec } = this;
    if (!spec.compiled) throw spec.syntaxError ?? new Error("This cell does not compile.");
    const reserved = spec.compiled.outputs.find((name) => this.#isReserved(name));
    if (reserved !== undefined) throw reservedName(reserved, spec.compiled.lines[reserved]);
    if (spec.blank) throw new NotRunError();
    // It was stopped while it waited for its inputs.
    if (this.state === "stopped") throw new RunEnded("stopped");
    if (spec.onClick && !this.#asked) {
      const held = this.#held;
      if (!held || !this.#outputNames.every((name) => Object.hasOwn(held, name))) throw new NotRunError();
      this.#dispatch("outdate");
      return held;
    }
    this.#asked = false;
    this.#held = null;
    const given = new Map(names.map((name, i) => [name, values[i]]));
    const invalidation = given.get("invalidation") as Promise<void>;
    const run = new CellRun(invalidation, (fraction) => this.#progressed(run, fraction));
    this.#run?.end("outdated");
    this.#run = run;
    this.#explainRerun(given);
    this.#shownInputs.startRun();
    this.#exposed.clear();
    this.#dispatch("start");
    const started = performance.now();
    try {
      return await run.race(this.#callBody(run, given));
    } finally {
      this.elapsedMs = performance.now() - started;
    }
  }

  async #callBody(run: CellRun, given: Map<string, unknown>): Promise<Values> {
    const { exports, heldPageMs } = await this.#body!.call(run, given, {
      display: (value: unknown) => this.#display(run, value),
      view: (element: HTMLElement) => this.#view(run, element),
    });
    this.#heldPageMs = [this.#heldPageMs[1], heldPageMs];
    this.#waitsSince = performance.now();
    const values = await exports;
    // What is kept beyond the run must go on working.
    if (this.spec.onClick) run.keepsFunctions = true;
    return values;
  }

  #display<T>(run: CellRun, value: T): T {
    if (run.ended || run !== this.#run) return value;
    if (!run.shown) this.#sink.clear();
    run.shown = true;
    this.#sink.show(value);
    return value;
  }

  #view(run: CellRun, element: HTMLElement) {
    this.#shownInputs.add(element);
    this.#display(run, element);
    return this.#shownInputs.follow(element);
  }

  #waitsForRelease(): boolean {
    const actsOnRelease = this.#notebook.isSlowBehind(this);
    if (actsOnRelease !== this.actsOnRelease) {
      this.actsOnRelease = actsOnRelease;
      this.#sink.changed(this);
    }
    return actsOnRelease;
  }

  /** What readers of an output get. */
  #expose(name: string, exports: Values): unknown {
    const value = exports[name];
    if (exports === this.#held || !this.#run) return value;
    if (this.#exposed.has(name) && isReactive(value)) {
      // Another cell had the name too for a while, which ended the generator: it takes a new run to make another.
      const generation = this.#generation;
      queueMicrotask(() => generation === this.#generation && !this.spec.onClick && this.#again());
      return this.#held?.[name];
    }
    this.#exposed.add(name);
    return this.#run.expose(value);
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
        this.#setOutcome(name, { state: "pending" });
        if (isBody) this.#dispatch("invalidate");
      },
      fulfilled: (value) => {
        if (!current()) return;
        this.#pending.delete(name);
        if (isBody) this.#bodyEnded();
        else if (name === shownName) this.#showValue(value);
        else {
          if (this.#held) this.#held[name] = value;
          this.#setOutcome(name, { state: "fulfilled", value });
        }
        this.#evaluate();
      },
      rejected: (error) => {
        if (!current()) return;
        this.#pending.delete(name);
        this.#errors.set(name, error);
        this.#setOutcome(name, { state: "rejected" });
        this.#evaluate();
      },
    };
  }

  #setOutcome(name: string, outcome: NamedOutcome): void {
    if (!this.#outputNames.includes(name)) return;
    this.#outcomes.set(name, outcome);
    this.#notebook.namesChanged();
  }

  #bodyEnded(): void {
    this.#held ??= {};
    const run = this.#run;
    if (!run || this.state === "stale" || this.spec.compiled?.autodisplay) return;
    if (!run.shown) this.#sink.clear();
    run.shown = true;
  }

  #showValue(value: unknown): void {
    if (this.state === "stale") return;
    this.#sink.clear();
    this.#sink.show(value);
  }

  /** Derives the cell's state from its variables and its long work. */
  #evaluate(): void {
    if (this.#pending.size > 0) return;
    const own = `cell ${this.id}`;
    // Outputs of a failed body only repeat its error; of several the first in the source counts.
    const failed = [own, ...this.#outputNames, shownName].find((name) => this.#errors.has(name));
    const error = failed === undefined ? undefined : this.#errors.get(failed);
    const isUnasked = error instanceof RunEnded || error instanceof NotRunError;
    if (this.#errors.size === 0 || isUnasked) this.error = null;
    if (this.#errors.size === 0) {
      if (this.#run?.working) return;
      this.#dispatch(this.state === "stale" ? "outdate" : "fulfil");
      if (this.#outdated) this.#dispatch("outdate");
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
