import { tryCompile } from "../../../../src/notebook/compile/index.ts";
import {
  type CellRuntime,
  type CellSink,
  type CellSpec,
  type CellState,
  NotebookRuntime,
  type Stdlib,
} from "../../../../src/notebook/runtime/index.ts";

/** A cell that only takes notes of what the runtime tells it. */
export class NotedCell implements CellSink {
  /** What it shows now. */
  shown: unknown[] = [];
  /** The states it went through, without repeats. */
  states: CellState[] = [];
  /** The fractions of progress it was told; null for none. */
  progressed: (number | null)[] = [];

  clear(): void {
    this.shown = [];
  }
  show(value: unknown): void {
    this.shown.push(value);
  }
  changed({ state }: CellRuntime): void {
    if (this.states.at(-1) !== state) this.states.push(state);
  }
  progress(fraction: number | null): void {
    this.progressed.push(fraction);
  }
}

type Source = string | { source: string; onClick?: boolean; isPrivate?: boolean };

/** A notebook in Node, with cells given as id → source, compiled as the page does it. */
export class TestNotebook {
  readonly runtime: NotebookRuntime;
  readonly noted = new Map<string, NotedCell>();
  /** The states that the notebook went through. */
  readonly states: string[] = [];

  constructor(cells: Record<string, Source>, stdlib: Partial<Stdlib> = {}) {
    const library = { shared: {}, perCell: {}, modules: {}, ...stdlib };
    this.runtime = new NotebookRuntime(library, null, (state) => this.states.push(state));
    for (const [id, source] of Object.entries(cells)) this.set(id, source);
  }

  /** Adds a cell, or gives it another source. */
  set(id: string, cell: Source): void {
    const spec = typeof cell === "string" ? { source: cell } : cell;
    const sink = this.noted.get(id) ?? new NotedCell();
    this.noted.set(id, sink);
    this.runtime.define(specOf(id, spec), sink);
  }

  /** Gives a cell another source and runs it, as Shift+Enter does. */
  rerun(id: string, source?: Source): void {
    if (source !== undefined) this.set(id, source);
    this.cell(id).run();
  }

  remove(id: string): void {
    this.runtime.remove(id);
    this.noted.delete(id);
  }

  cell(id: string): CellRuntime {
    return this.runtime.cell(id)!;
  }

  state(id: string): CellState {
    return this.cell(id).state;
  }

  shown(id: string): unknown[] {
    return this.noted.get(id)!.shown;
  }

  message(id: string): string | undefined {
    return this.cell(id).error?.message;
  }

  settled(): Promise<void> {
    return this.runtime.whenSettled();
  }

  /** Waits until something holds, looking again at every change of a cell. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 0));
  }

  /** Lets everything that is only a few turns of the event loop away happen, to see that something does not. */
  async afterAll(): Promise<void> {
    for (let turn = 0; turn < 10; ++turn) await new Promise((resolve) => setTimeout(resolve, 0));
  }

  dispose(): void {
    this.runtime.dispose();
  }
}

function specOf(
  id: string,
  { source, onClick = false, isPrivate = false }: Exclude<Source, string>,
): CellSpec {
  return { id, onClick, isPrivate, ...tryCompile(source) };
}
