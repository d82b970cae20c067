import { CellBody } from "./cell-body.ts";
import type { CellHost, CellSink, CellSpec } from "./cell-host.ts";
import { CellInputs, type InputsHost } from "./cell-inputs.ts";
import { CellOutlet } from "./cell-outlet.ts";
import { CellRun, isReactive, type RunEnded } from "./cell-run.ts";
import { isPerRun, refuseOtherImports } from "./reserved-names.ts";

type Values = Record<string, unknown>;

/** What a cell wants to know of its work. */
export type WorkEvents = InputsHost & {
  started(): void;
  progressed(fraction: number | null): void;
};

/** The work of a cell: one run after another, with what it reads, shows and hands to its readers. */
export class CellWork {
  readonly outlet: CellOutlet;
  readonly inputs: CellInputs;
  /** Why the last run came after the one before: the names whose values changed. */
  reasons: string[] = [];
  elapsedMs = 0;
  startedAt: number | null = null;
  /** Since when the body has been through, but for what it waits for. */
  waitsSince: number | null = null;

  readonly #host: CellHost;
  readonly #events: WorkEvents;
  #spec: CellSpec;
  #body: CellBody | null = null;
  #run: CellRun | null = null;
  /** The last values of the names, for a cell that keeps them until it is asked to run. */
  #held: Values | null = null;
  #exposed = new Set<string>();
  #lastInputs: Map<string, unknown> | null = null;
  /** How long the last two runs held the page; none of a cell that has run less often. */
  #heldPageMs: [number, number] = [0, 0];

  constructor(host: CellHost, spec: CellSpec, sink: CellSink, events: WorkEvents) {
    this.#host = host;
    this.#spec = spec;
    this.#events = events;
    this.outlet = new CellOutlet(sink);
    this.inputs = new CellInputs(events);
  }

  /** How long a run holds the page: the shorter of the last two, since the first one of a page is never typical. */
  get heldPageMs(): number {
    return Math.min(...this.#heldPageMs);
  }

  /** Whether a run is under way or has ended by itself, and long work of it still goes on. */
  get working(): boolean {
    return this.#run?.working ?? false;
  }

  /** Whether an error that began in a body may still be told: its run is not over. */
  isCurrent(body: number): boolean {
    return body === this.#body?.number && this.#run?.over === false;
  }

  /** Takes a new source; what the last one made is let go. */
  define(spec: CellSpec): void {
    this.drop();
    this.#spec = spec;
    this.#body = spec.compiled && new CellBody(spec.id, spec.compiled, this.#host);
    this.#held = null;
    this.#lastInputs = null;
  }

  /** Ends the current run, which nobody waits for any more. */
  drop(): void {
    const run = this.#run;
    this.#run = null;
    run?.end("outdated");
  }

  end(reason: RunEnded["reason"]): void {
    this.#run?.end(reason);
  }

  /** The values of an earlier run, if it has them for all of some names. */
  heldFor(names: readonly string[]): Values | null {
    const held = this.#held;
    return held && names.every((name) => Object.hasOwn(held, name)) ? held : null;
  }

  /** Keeps the value that a name has come to have. */
  hold(name: string, value: unknown): void {
    if (this.#held) this.#held[name] = value;
  }

  /** The body has ended well; `isHeld` when it only handed on what an earlier run had made. */
  bodyEnded(isHeld: boolean): void {
    this.#held ??= Object.create(null) as Values;
    if (!this.#run || isHeld) return;
    this.inputs.endRun();
    if (!this.#spec.compiled?.autodisplay) this.outlet.endRound();
  }

  /** Runs the body with what its names stand for. */
  async run(given: Map<string, unknown>): Promise<Values> {
    this.#held = null;
    const run: CellRun = new CellRun(given.get("invalidation") as Promise<void>, (fraction) => {
      if (run === this.#run) this.#events.progressed(fraction);
    });
    this.#run?.end("outdated");
    this.#run = run;
    this.#explainRerun(given);
    this.inputs.startRun();
    this.#exposed.clear();
    const started = performance.now();
    this.startedAt = started;
    this.waitsSince = null;
    this.#events.started();
    try {
      return await run.race(this.#callBody(run, given));
    } finally {
      this.elapsedMs = performance.now() - started;
    }
  }

  async #callBody(run: CellRun, given: Map<string, unknown>): Promise<Values> {
    const display = <T>(value: T): T => {
      if (!run.ended && run === this.#run) this.outlet.display(value);
      return value;
    };
    const view = (element: HTMLElement) => {
      this.inputs.add(element);
      display(element);
      return this.inputs.follow(element);
    };
    const { exports, heldPageMs } = await this.#body!.call(run, given, { display, view });
    this.#heldPageMs = [this.#heldPageMs[1], heldPageMs];
    this.waitsSince = performance.now();
    const values = await exports;
    // A promise that nobody may read, since another cell has its name as well, is none that nobody cares for.
    for (const value of Object.values(values)) if (value instanceof Promise) value.catch(() => {});
    await refuseOtherImports(this.#spec.compiled!, values, this.#host.stdlib);
    // What is kept beyond the run must go on working.
    if (this.#spec.onClick) run.keepsFunctions = true;
    return values;
  }

  #explainRerun(given: Map<string, unknown>): void {
    const before = this.#lastInputs;
    const changed = ([name, value]: [string, unknown]) =>
      !isPerRun(name, this.#host.stdlib) && value !== before?.get(name);
    this.reasons = before
      ? Array.from(given)
          .filter(changed)
          .map(([name]) => name)
      : [];
    this.#lastInputs = given;
  }

  /**
   * What readers of an output get.
   * @param remake asks for a new run, when only that can make the value anew
   */
  expose(name: string, exports: Values, remake: () => void): unknown {
    const value = exports[name];
    if (exports === this.#held || !this.#run) return value;
    if (this.#exposed.has(name) && isReactive(value)) {
      // Another cell had the name too for a while, which ended the generator.
      remake();
      return this.#held?.[name];
    }
    this.#exposed.add(name);
    return this.#run.expose(value);
  }
}
