import { rename } from "../../../../src/notebook/compile/index.ts";
import { MovedInput } from "./moved-input.ts";
import type { Edit, RandomCell } from "./random-notebook.ts";
import { TestNotebook } from "./test-notebook.ts";

const plots = { dot: 1 };
const stdlib = {
  shared: { Plot: () => plots, slider: () => (value: number) => new MovedInput(value) },
  modules: { plot: async () => plots as Record<string, unknown> },
};

/** A notebook under a learner's hands: its cells in their order, and the runtime that follows every edit. */
export class EditedNotebook {
  readonly notebook = new TestNotebook({}, stdlib);
  #cells: [id: string, cell: RandomCell][];

  constructor(cells: [id: string, cell: RandomCell][], presets: Map<string, unknown[]> = new Map()) {
    this.#cells = cells.slice();
    for (const [id, values] of presets) this.notebook.runtime.presets.set(id, values);
    for (const [id, cell] of cells) this.notebook.set(id, cell);
    this.#tellOrder();
    this.notebook.runtime.touch();
  }

  get cells(): [id: string, cell: RandomCell][] {
    return this.#cells;
  }

  #tellOrder(): void {
    this.notebook.runtime.order(this.#cells.map(([id]) => id));
  }

  async do(edit: Edit): Promise<void> {
    const { notebook } = this;
    if (edit.kind === "wait") return notebook.settled();
    const index = this.#cells.findIndex(([id]) => id === edit.id);
    const before = this.#cells[index]?.[1];
    if (edit.kind === "set" || edit.kind === "insert") {
      const cell = { source: edit.source, onClick: edit.onClick };
      if (before) this.#cells[index] = [edit.id, cell];
      else this.#cells.splice(edit.at, 0, [edit.id, cell]);
      this.#tellOrder();
      if (edit.kind === "insert") notebook.set(edit.id, cell);
      else notebook.rerun(edit.id, cell);
      return;
    }
    if (!before) return;
    if (edit.kind === "remove") {
      this.#cells.splice(index, 1);
      notebook.remove(edit.id);
      this.#tellOrder();
    } else if (edit.kind === "move") {
      const [moved] = this.#cells.splice(index, 1);
      this.#cells.splice(edit.at, 0, moved!);
      this.#tellOrder();
    } else if (edit.kind === "run") notebook.rerun(edit.id);
    else if (edit.kind === "stop") notebook.cell(edit.id).stop();
    else if (edit.kind === "define") notebook.set(edit.id, before);
    else if (edit.kind === "rename") {
      const cell = { ...before, source: renamed(before.source, edit.from, edit.to) };
      this.#cells[index] = [edit.id, cell];
      notebook.rerun(edit.id, cell);
    } else if (edit.kind === "slide") {
      const input = notebook.shown(edit.id).find((shown) => shown instanceof MovedInput);
      input?.move(edit.value);
    }
  }

  /** Runs what waits to be asked or was stopped, and lets the notebook come to rest. */
  async finish(): Promise<void> {
    const { notebook } = this;
    await this.#rest();
    for (const [id, { onClick }] of this.#cells)
      if (onClick || notebook.state(id) === "stopped") notebook.cell(id).run();
    await this.#rest();
  }

  async #rest(): Promise<void> {
    await this.notebook.settled();
    // A generator of two values is at rest with its second.
    if (this.#cells.some(([, { source }]) => source.includes("yield 0"))) {
      await this.notebook.afterAll();
      await this.notebook.settled();
    }
  }

  /** All there is to see of the notebook. */
  seen() {
    const { notebook } = this;
    const cells = this.#cells.map(([id]) => {
      const { state, error } = notebook.cell(id);
      // Who defined a name until lately is told only by the notebook in which it was so.
      const said = error?.kind === "undefined" ? { ...error, hint: "", cell: "" } : error;
      return [id, { state, said, shown: notebook.shown(id).map(plain) }] as const;
    });
    const values = notebook.runtime
      .namedValues()
      .map(({ value, ...rest }) => ({ ...rest, value: plain(value) }));
    // What the inputs of a cell stood at before it failed is kept, but cannot be seen.
    const inputs = Array.from(notebook.runtime.inputValues()).filter(
      ([id]) => notebook.state(id) === "fulfilled",
    );
    return { cells, values, inputs };
  }
}

function plain(value: unknown): unknown {
  if (value instanceof MovedInput) return { input: value.value };
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === "function" ? `function ${value.name}` : value;
}

function renamed(source: string, from: string, to: string): string {
  try {
    return rename(source, from, to);
  } catch {
    return source; // it does not compile
  }
}
