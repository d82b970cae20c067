import type { Observer, Variable } from "@observablehq/runtime";
import { CellBody } from "./cell-body.ts";
import { type CellError, saysTheSame } from "./cell-error.ts";
import type { CellHost, CellSink, CellSpec, RunningCell } from "./cell-host.ts";
import { CellInputs } from "./cell-inputs.ts";
import { CellOutlet } from "./cell-outlet.ts";
import { CellRun, isReactive, RunEnded } from "./cell-run.ts";
import { explainError, isAboutOthers, thrown } from "./explain-error.ts";
import type { NamedOutcome } from "./named-values.ts";
import { Outcomes } from "./outcomes.ts";
import { isPerRun, isReserved, refuseOtherImports, refuseReserved } from "./reserved-names.ts";
import { type CellEvent, type CellState, isBusy, transition } from "./states.ts";

/** Thrown by a cell that waits to be asked, so that its readers know whom they wait for. */
class NotRunError extends Error {}

type Values = Record<string, unknown>;

/** Under what a cell keeps how its body and the value that shows itself stand: no name could be these. */
const bodyName = "the body";
const shownName = "the shown value";

/** One cell in the Observable runtime: its variables, its state, and its current run. */
export class CellRuntime implements RunningCell {
  state: CellState = "idle";
  reasons: string[] = [];
  elapsedMs = 0;
  startedAt: number | null = null;
  actsOnRelease = false;
  spec: CellSpec;

  readonly #notebook: CellHost;
  readonly #sink: CellSink;
  readonly #outlet: CellOutlet;
  readonly #shownInputs: CellInputs;
  readonly #outcomes = new Outcomes();
  #outputNames: string[] = [];
  #variables: Variable[] = [];
  #generation = 0;
  #run: CellRun | null = null;
  #body: CellBody | null = null;
  #asked = false;
  #outdated = false;
  /** What went wrong, as it came, and as the learner reads it. */
  #failure: unknown = null;
  #error: CellError | null = null;
  /** What went wrong in code that ran after the cell had ended. */
  #lateError: CellError | null = null;
  #waitsSince: number | null = null;
  /** The last values of the names, for a cell that keeps them until it is asked to run. */
  #held: Values | null = null;
  #exposed = new Set<string>();
  #lastInputs: Map<string, unknown> | null = null;
  /** How long the last two runs held the page; none of a cell that has run less often. */
  #heldPageMs: [number, number] = [0, 0];

  constructor(notebook: CellHost, spec: CellSpec, sink: CellSink) {
    this.#notebook = notebook;
    this.#sink = sink;
    this.#outlet = new CellOutlet(sink);
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

  get error(): CellError | null {
    return this.#error ?? this.#lateError;
  }

  /** How long a run holds the page: the shorter of the last two, since the first one of a page is never typical. */
  get heldPageMs(): number {
    return Math.min(...this.#heldPageMs);
  }

  get outputs(): string[] {
    return this.#outputNames;
  }

  get inputs(): string[] {
    return this.spec.compiled?.inputs ?? [];
  }

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
      const [definer, other] = this.#notebook.definers(name);
      return definer?.busy && !other ? [{ name, cell: definer.id }] : [];
    });
  }

  outcome(name: string): NamedOutcome {
    const outcome = this.#outcomes.of(name);
    const rests = this.state === "idle" || this.state === "stopped";
    if (rests && outcome?.state !== "fulfilled") return { state: "idle" };
    return outcome ?? { state: "pending" };
  }

  /** What the cell's inputs stand at; null for what cannot be written down. */
  inputValues(): unknown[] {
    return this.#shownInputs.values();
  }

  /** (Re)defines the cell's variables from its spec. */
  define(spec: CellSpec): void {
    this.delete();
    const { stdlib, module } = this.#notebook;
    this.spec = spec;
    this.#body = spec.compiled && new CellBody(spec.id, spec.compiled, this.#notebook);
    this.#held = null;
    this.#lastInputs = null;
    this.#outdated = false;
    this.#fail(null, null);
    this.#lateError = null;
    const names = spec.compiled?.outputs ?? spec.names ?? this.#outputNames;
    this.#outputNames = names.filter((name) => !isReserved(name, stdlib));
    const generation = ++this.#generation;
    // A cell that does not run waits for nobody, and has nothing fetched that it names.
    const rests = spec.blank || (spec.onClick && !this.#asked);
    const read = rests ? [] : this.inputs;
    const inputs = ["invalidation", ...read.filter((name) => !isPerRun(name, stdlib))];
    if (read.includes("visibility")) inputs.push("visibility");
    const own = `cell ${this.id}`;
    const body = module.variable(this.#observer(bodyName, generation));
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
    this.#outcomes.clear();
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
    this.#fail(null, null);
    this.#dispatch("stop");
    this.#run?.end("stopped");
  }

  /** Says anew what the cell waits for, since other cells have changed. */
  refresh(): void {
    if (this.busy || !this.#error || !isAboutOthers(this.#error)) return;
    const error = explainError(this.#failure, this, this.#notebook);
    if (!saysTheSame(error, this.#error)) this.#reject(this.#failure, error);
  }

  /**
   * Says that code of the cell failed after the cell had ended, as in a click; readers keep what they have.
   * @returns whether that is news
   */
  failLate(error: unknown): boolean {
    const { message, ...rest } = thrown(error, this.id);
    const late: CellError = { ...rest, kind: "later", message: `In code that ran later: ${message}` };
    if (saysTheSame(late, this.#lateError)) return false;
    this.#lateError = late;
    this.#sink.changed(this);
    return true;
  }

  async #compute(names: string[], values: unknown[]): Promise<Values> {
    const { spec } = this;
    if (!spec.compiled) throw spec.syntaxError ?? new Error("This cell does not compile.");
    refuseReserved(spec.compiled, this.#notebook.stdlib);
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
    this.#lateError = null;
    const started = performance.now();
    this.startedAt = started;
    this.#dispatch("start");
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
    // A promise that nobody may read, since another cell has its name as well, is none that nobody cares for.
    for (const value of Object.values(values)) if (value instanceof Promise) value.catch(() => {});
    await refuseOtherImports(this.spec.compiled!, values, this.#notebook.stdlib);
    // What is kept beyond the run must go on working.
    if (this.spec.onClick) run.keepsFunctions = true;
    return values;
  }

  #display<T>(run: CellRun, value: T): T {
    if (!run.ended && run === this.#run) this.#outlet.display(value);
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
    const { stdlib } = this.#notebook;
    const changed = ([name, value]: [string, unknown]) =>
      !isPerRun(name, stdlib) && value !== before?.get(name);
    this.reasons = before
      ? Array.from(given)
          .filter(changed)
          .map(([name]) => name)
      : [];
    this.#lastInputs = given;
  }

  #observer(name: string, generation: number): Observer {
    const ifCurrent = (act: () => void) => {
      if (generation !== this.#generation) return;
      act();
      if (this.#outputNames.includes(name)) this.#notebook.namesChanged();
    };
    return {
      ...(this.#sink.node && { _node: this.#sink.node }),
      pending: () =>
        ifCurrent(() => {
          this.#outcomes.pend(name);
          if (name !== bodyName) return;
          this.#outlet.startRound();
          this.#dispatch("invalidate");
        }),
      fulfilled: (value) =>
        ifCurrent(() => {
          this.#outcomes.fulfil(name, value);
          if (name === bodyName) this.#bodyEnded();
          else if (name === shownName) this.#showValue(value);
          else if (this.#held) this.#held[name] = value;
          this.#evaluate();
        }),
      rejected: (error) =>
        ifCurrent(() => {
          this.#outcomes.reject(name, error);
          this.#evaluate();
        }),
    };
  }

  #bodyEnded(): void {
    this.#held ??= Object.create(null) as Values;
    if (!this.#run || this.state === "stale") return;
    this.#shownInputs.endRun();
    if (!this.spec.compiled?.autodisplay) this.#outlet.endRound();
  }

  #showValue(value: unknown): void {
    if (this.state === "stale") return;
    try {
      this.#outlet.showOnly(value);
    } catch (error) {
      this.#outcomes.reject(shownName, error); // a value may run code of the cell when it is shown
    }
  }

  /** Derives the cell's state from its variables and its long work. */
  #evaluate(): void {
    if (!this.#outcomes.complete) return;
    // Outputs of a failed body only repeat its error; of several the first in the source counts.
    const failed = this.#outcomes.firstFailed([bodyName, ...this.#outputNames, shownName]);
    if (!failed) {
      this.#fail(null, null);
      if (this.#run?.working) return;
      this.#dispatch(this.state === "stale" ? "outdate" : "fulfil");
      if (this.#outdated) this.#dispatch("outdate");
      return;
    }
    const { error } = failed;
    if (error instanceof RunEnded) this.#dispatch("stop");
    else if (error instanceof NotRunError) {
      this.#fail(null, null);
      this.#outlet.endRound();
      this.#dispatch("rest");
    } else {
      this.#outlet.endRound();
      const isExplained = typeof error === "object" && error !== null && "kind" in error;
      this.#reject(error, isExplained ? (error as CellError) : explainError(error, this, this.#notebook));
    }
  }

  #reject(failure: unknown, error: CellError): void {
    this.#fail(failure, error);
    const [definer, other] = error.kind === "upstream" ? this.#notebook.definers(error.name!) : [];
    const waits = definer && !other && definer.outcome(error.name!).state === "idle";
    // Who asked for a run is told that it failed; it does not come later by itself.
    if (!waits) this.#asked = false;
    this.#dispatch(waits ? "rest" : "reject");
  }

  #fail(failure: unknown, error: CellError | null): void {
    this.#failure = failure;
    this.#error = error;
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
