import type { CellError } from "./cell-error.ts";
import { CellFailure } from "./cell-failure.ts";
import type { CellHost, CellSink, CellSpec, NamedOutcome, RunningCell } from "./cell-host.ts";
import { RunEnded } from "./cell-run.ts";
import { CellVariables } from "./cell-variables.ts";
import { CellWork } from "./cell-work.ts";
import { explained } from "./explained.ts";
import { Outcomes } from "./outcomes.ts";
import { pendingInputs } from "./pending-inputs.ts";
import { isPerRun, isReserved, refuseReserved } from "./reserved-names.ts";
import { type CellEvent, type CellState, isBusy, transition } from "./states.ts";

/** Thrown by a cell that waits to be asked, so that its readers know whom they wait for. */
const notRun = new Error("The cell has not been run.");

type Values = Record<string, unknown>;

/** Under what a cell keeps how its body and the value that shows itself stand: no name could be these. */
const bodyName = "the body";
const shownName = "the shown value";

/** One cell in the Observable runtime: its variables, its state, and its current run. */
export class CellRuntime implements RunningCell {
  state: CellState = "idle";
  spec: CellSpec;

  readonly #notebook: CellHost;
  readonly #sink: CellSink;
  readonly #work: CellWork;
  readonly #outcomes = new Outcomes();
  readonly #failure: CellFailure;
  readonly #variables: CellVariables;
  #outputNames: string[] = [];
  #exports: Values | null = null;
  #asked = false;
  #outdated = false;

  constructor(notebook: CellHost, spec: CellSpec, sink: CellSink) {
    this.#notebook = notebook;
    this.#sink = sink;
    this.spec = spec;
    this.#failure = new CellFailure(this, notebook);
    this.#variables = new CellVariables(
      notebook.module,
      {
        pending: (key) => this.#pending(key),
        fulfilled: (key, value) => this.#fulfilled(key, value),
        rejected: (key, error) => this.#rejected(key, error),
      },
      sink.node,
    );
    this.#work = new CellWork(notebook, spec, sink, {
      started: () => {
        this.#failure.clearLate();
        this.#dispatch("start");
      },
      progressed: (fraction) => {
        sink.progress(fraction);
        if (fraction === null) this.#evaluate();
      },
      touched: () => notebook.touch(),
      isSlow: () => notebook.isSlowBehind(this),
      actsOnReleaseChanged: () => sink.changed(this),
      presets: () => notebook.presetsOf(this.id),
      presetRefused: (index, why) => notebook.presetRefused(this.id, index, why),
    });
  }

  get id(): string {
    return this.spec.id;
  }

  get error(): CellError | null {
    return this.#failure.error;
  }

  get reasons(): string[] {
    return this.#work.reasons;
  }

  get elapsedMs(): number {
    return this.#work.elapsedMs;
  }

  get startedAt(): number | null {
    return this.#work.startedAt;
  }

  get actsOnRelease(): boolean {
    return this.#work.inputs.actsOnRelease;
  }

  /** How long a run of the cell holds the page. */
  get heldPageMs(): number {
    return this.#work.heldPageMs;
  }

  get outputs(): string[] {
    return this.#outputNames;
  }

  get inputs(): string[] {
    return this.spec.compiled?.inputs ?? [];
  }

  /** What the last run made, by name, also of a cell whose names are its own; null while there is nothing. */
  get exports(): Readonly<Values> | null {
    return this.#exports;
  }

  get busy(): boolean {
    return isBusy(this.state);
  }

  get phase(): RunningCell["phase"] {
    if (this.state !== "running") return null;
    return this.#work.working ? "computing" : "waiting";
  }

  get waitsSince(): number | null {
    return this.phase === "waiting" ? this.#work.waitsSince : null;
  }

  get pendingInputs(): RunningCell["pendingInputs"] {
    return pendingInputs(this, this.#notebook);
  }

  outcome(name: string): NamedOutcome {
    const outcome = this.#outcomes.of(name);
    const rests = this.state === "idle" || this.state === "stopped";
    if (rests && outcome?.state !== "fulfilled") return { state: "idle" };
    return outcome ?? { state: "pending" };
  }

  /** What the cell's inputs stand at; null for what cannot be written down. */
  inputValues(): unknown[] {
    return this.#work.inputs.values();
  }

  /** (Re)defines the cell's variables from its spec. */
  define(spec: CellSpec): void {
    this.delete();
    this.#work.define(spec);
    const { stdlib } = this.#notebook;
    this.spec = spec;
    this.#outdated = false;
    this.#failure.reset();
    const names = spec.isPrivate ? [] : (spec.compiled?.outputs ?? spec.names ?? this.#outputNames);
    this.#outputNames = names.filter((name) => !isReserved(name, stdlib));
    // A cell that does not run waits for nobody, and has nothing fetched that it names.
    const rests = spec.blank || (spec.onClick && !this.#asked);
    const read = rests ? [] : this.inputs;
    const inputs = ["invalidation", ...read.filter((name) => !isPerRun(name, stdlib))];
    if (read.includes("visibility")) inputs.push("visibility");
    const own = `cell ${this.id}`;
    this.#variables.define(bodyName, own, inputs, (...values) => this.#compute(inputs, values));
    for (const name of this.#outputNames)
      this.#variables.define(name, name, [own], (exports: Values) => this.#expose(name, exports));
    if (spec.compiled?.autodisplay)
      this.#variables.define(shownName, null, [own], (exports: Values) => this.#expose("value", exports));
  }

  /** Takes the cell out of the notebook and ends what it does. */
  delete(): void {
    this.#work.drop();
    this.#exports = null;
    this.#variables.clear();
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
    this.#failure.clear();
    this.#dispatch("stop");
    this.#work.end("stopped");
  }

  /** Says anew what the cell waits for, since other cells have changed. */
  refresh(): void {
    const error = this.busy ? null : this.#failure.renew();
    if (error) this.#settleAt(error);
  }

  /**
   * Says that code of the cell failed after the cell had ended, as in a click; readers keep what they have. What a
   * former body left behind is dropped. Returns whether that is news.
   */
  failLate(error: unknown, body: number): boolean {
    const isNews = this.#work.isCurrent(body) && this.#failure.setLate(error);
    if (isNews) this.#sink.changed(this);
    return isNews;
  }

  async #compute(names: string[], values: unknown[]): Promise<Values> {
    const { spec } = this;
    if (!spec.compiled)
      throw spec.syntaxError ? explained(spec.syntaxError) : new Error("This cell does not compile.");
    refuseReserved(spec.compiled, this.#notebook.stdlib);
    if (spec.blank) throw notRun;
    // It was stopped while it waited for its inputs.
    if (this.state === "stopped") throw new RunEnded("stopped");
    if (spec.onClick && !this.#asked) {
      const held = this.#work.heldFor(this.#outputNames);
      if (!held) throw notRun;
      this.#dispatch("outdate");
      return held;
    }
    this.#asked = false;
    return this.#work.run(new Map(names.map((name, i) => [name, values[i]])));
  }

  #expose(name: string, exports: Values): unknown {
    return this.#work.expose(name, exports, () => {
      const { generation } = this.#variables;
      queueMicrotask(() => {
        if (generation === this.#variables.generation && !this.spec.onClick) this.#again();
      });
    });
  }

  #pending(key: string): void {
    this.#outcomes.pend(key);
    if (key === bodyName) {
      this.#work.outlet.startRound();
      this.#dispatch("invalidate");
    } else this.#notebook.namesChanged();
  }

  #fulfilled(key: string, value: unknown): void {
    this.#outcomes.fulfil(key, value);
    if (key === bodyName) {
      this.#exports = value as Values;
      this.#work.bodyEnded(this.state === "stale");
    } else if (key === shownName) this.#showValue(value);
    else {
      this.#work.hold(key, value);
      this.#notebook.namesChanged();
    }
    this.#evaluate();
  }

  #rejected(key: string, error: unknown): void {
    this.#outcomes.reject(key, error);
    this.#notebook.namesChanged();
    this.#evaluate();
  }

  #showValue(value: unknown): void {
    if (this.state === "stale") return;
    try {
      this.#work.outlet.showOnly(value);
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
      this.#failure.clear();
      if (this.#work.working) return;
      this.#dispatch(this.state === "stale" ? "outdate" : "fulfil");
      if (this.#outdated) this.#dispatch("outdate");
    } else if (RunEnded.is(failed.error)) this.#dispatch("stop");
    else {
      this.#work.outlet.endRound();
      if (failed.error === notRun) {
        this.#failure.clear();
        this.#dispatch("rest");
      } else this.#settleAt(this.#failure.set(failed.error));
    }
  }

  #settleAt({ kind, name }: CellError): void {
    const [definer, other] = kind === "upstream" ? this.#notebook.definers(name!) : [];
    const waits = definer && !other && definer.outcome(name!).state === "idle";
    // Who asked for a run is told that it failed; it does not come later by itself.
    if (!waits) this.#asked = false;
    this.#dispatch(waits ? "rest" : "reject");
  }

  #dispatch(event: CellEvent): void {
    this.state = transition(this.state, event);
    this.#sink.changed(this);
    this.#notebook.stateChanged();
  }
}
