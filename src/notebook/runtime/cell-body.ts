import type { CompiledCell } from "../compile/compile.ts";
import { cellSourceUrl } from "./cell-error.ts";
import type { CellHost } from "./cell-host.ts";
import type { CellRun } from "./cell-run.ts";
import { loopGuard, startTurn } from "./loop-guard.ts";

type Values = Record<string, unknown>;
type Factory = (
  guard: (line: number) => void,
  load: CellHost["load"],
) => (...inputs: unknown[]) => Promise<Values>;

/** Names that stand for something else in each run of a cell, beside those of the library that do. */
export const perRunNames = new Set(["display", "view", "invalidation", "visibility"]);

// Indirect, so that a cell sees no names of this module; unlike Function, it keeps the learner's line numbers.
// biome-ignore lint/security/noGlobalEval: running the learner's code is what a notebook is for
const evaluate = eval;

let bodies = 0;

/** The body of a compiled cell, ready to be called once for each run. */
export class CellBody {
  /** Tells the body in stack traces from all others, also from what its cell was before. */
  readonly number = ++bodies;
  readonly #cellId: string;
  readonly #compiled: CompiledCell;
  readonly #host: CellHost;
  #factory: Factory | null = null;

  constructor(cellId: string, compiled: CompiledCell, host: CellHost) {
    this.#cellId = cellId;
    this.#compiled = compiled;
    this.#host = host;
  }

  /**
   * Calls the body with what its names stand for.
   * @param given values of the names that other cells and the notebook define
   * @param own what `display` and `view` are in this run
   * @returns what the cell makes, as a promise, and how long the call held the page
   */
  async call(
    run: CellRun,
    given: Map<string, unknown>,
    own: { display: unknown; view: unknown },
  ): Promise<{ exports: Promise<Values>; heldPageMs: number }> {
    const { inputs, body, budgetMs } = this.#compiled;
    const made = await this.#perCell(run, given);
    for (const [name, value] of Object.entries(own)) made.set(name, value);
    const args = inputs.map((name) => (made.has(name) ? made.get(name) : given.get(name)));
    if (run.ended) throw run.signal.reason;
    const url = cellSourceUrl(this.#cellId, this.number);
    this.#factory ??= evaluate(`${body}\n//# sourceURL=${url}`) as Factory;
    // Called by a name of its own: a method's call would show this object to the cell as its `this`.
    const factory = this.#factory;
    startTurn(budgetMs);
    const started = performance.now();
    const exports = factory(loopGuard(run, budgetMs), this.#host.load)(...args);
    return { exports, heldPageMs: performance.now() - started };
  }

  /** The entries of the standard library that are made anew for each run. */
  async #perCell(run: CellRun, given: Map<string, unknown>): Promise<Map<string, unknown>> {
    const { perCell } = this.#host.stdlib;
    const context = {
      cellId: this.#cellId,
      invalidation: given.get("invalidation") as Promise<void>,
      signal: run.signal,
      track: (tracked: Parameters<CellRun["track"]>[0]) => run.track(tracked),
    };
    const names = this.#compiled.inputs.filter((name) => Object.hasOwn(perCell, name));
    const entries = names.map(async (name) => [name, await perCell[name]!(context)] as const);
    return new Map(await Promise.all(entries));
  }
}
