import {
  type ExerciseEvent,
  type ExerciseRecord,
  recorded,
  untouched,
} from "../../course/exercises/progress.ts";
import type { Notices } from "../../notebook/view/notices.ts";
import { progress } from "./progress-port.ts";

type Notebook = HTMLElement & { notebookId: string; notices: Notices };

/** The record of an exercise or a question on the page: read, changed, kept, and shown each time that it is another. */
export class TaskRecord {
  #record: ExerciseRecord = untouched;
  readonly #host: HTMLElement;
  readonly #task: () => string;
  readonly #show: (record: ExerciseRecord) => void;

  /**
   * @param host fires `etude:progress` when the record is another
   * @param task the name under which it is kept
   * @param show is called with each new record
   */
  constructor(host: HTMLElement, task: () => string, show: (record: ExerciseRecord) => void) {
    this.#host = host;
    this.#task = task;
    this.#show = show;
  }

  /** The name under which it is kept. */
  get task(): string {
    return this.#task();
  }

  get current(): ExerciseRecord {
    return this.#record;
  }

  /** Takes up what is kept. Whatever happens meanwhile counts more. */
  async restore(): Promise<void> {
    const before = this.#record;
    const kept = await progress()
      .read(this.#notebook.notebookId, this.#task())
      .catch(() => null);
    if (this.#record !== before || kept === null) return;
    this.#become(kept);
  }

  /** Takes up what another tab has kept. */
  async follow(): Promise<void> {
    const kept = await progress().read(this.#notebook.notebookId, this.#task());
    this.#become(kept ?? untouched);
  }

  /** Shows at once what has come of it, and keeps it. */
  async happened(event: ExerciseEvent): Promise<void> {
    this.#become(recorded(this.#record, event));
    const mine = this.#record;
    const { notebookId, notices } = this.#notebook;
    try {
      const kept = await progress().happened(notebookId, this.#task(), event);
      document.dispatchEvent(new CustomEvent("etude:kept"));
      // Another tab may have known more of it.
      if (this.#record === mine && JSON.stringify(kept) !== JSON.stringify(mine)) this.#become(kept);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      notices.show("progress-not-kept", `How you stand with the exercises could not be kept: ${why}`);
    }
  }

  #become(record: ExerciseRecord): void {
    this.#record = record;
    this.#host.dataset.result = record.result.state;
    this.#host.toggleAttribute("data-passed", record.passed);
    this.#host.toggleAttribute("data-touched", record !== untouched);
    this.#show(record);
    this.#host.dispatchEvent(new CustomEvent("etude:progress", { bubbles: true, detail: record }));
  }

  get #notebook(): Notebook {
    return this.#host.closest("etude-notebook")!;
  }
}
