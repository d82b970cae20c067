import type { CompiledCell } from "../compile/index.ts";
import type { CellRuntime, CellSink, NotebookRuntime } from "../runtime/index.ts";

/** A value in the middle of a sentence: `${…}` in a lesson's prose. */
export class EtudeInline extends HTMLElement implements CellSink {
  #output!: Element;

  get cellId(): string {
    return this.dataset.cell!;
  }

  attach(runtime: NotebookRuntime): void {
    this.#output = this.querySelector('[data-part="output"]')!;
    const data = this.querySelector('[data-part="data"]')!.textContent!;
    const { compiled } = JSON.parse(data) as { compiled: CompiledCell };
    runtime.define({ id: this.cellId, compiled }, this);
  }

  clear(): void {
    this.#output.replaceChildren();
  }

  show(value: unknown): void {
    this.#output.append(value instanceof Node ? value : String(value));
  }

  changed(cell: CellRuntime): void {
    this.dataset.state = cell.state;
    this.title = cell.error?.message ?? "";
    if (cell.state === "rejected") this.#output.textContent = "—";
  }

  progress(): void {}
}
