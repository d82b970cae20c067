import {
  Autosave,
  type EntryKey,
  memoryStore,
  type NotebookStore,
  type SaveState,
} from "../storage/index.ts";
import { type Keeper, noKeeper, SavedState } from "./keeper.ts";
import type { NotebookPart } from "./part.ts";

/** What is kept of a notebook: its changes, the versions of its cells, how long they took. */
export class Keeping {
  store: NotebookStore = memoryStore();
  keeper: Keeper = noKeeper;
  /** How keeping it goes; null as long as nothing has been changed. */
  saved: SaveState | null = null;
  #notebook = "";
  #times = new Map<string, number>();
  #states = new SavedState();

  /**
   * Begins to keep a notebook.
   * @param onState told how each entry's keeping goes
   */
  async begin(
    notebook: string,
    { store, times }: { store: NotebookStore; times: Map<string, number> },
    keeper: (autosave: Autosave) => Promise<Keeper>,
    onState: (key: EntryKey, state: SaveState) => void,
  ): Promise<void> {
    this.#notebook = notebook;
    this.store = store;
    this.#times = times;
    this.keeper = await keeper(
      new Autosave(store, notebook, (key, state) => {
        this.saved = this.#states.set(key, state);
        onState(key, state);
      }),
    );
  }

  /** Writes what waits; resolves when it is written, or cannot be. */
  save(): Promise<void> {
    return this.keeper.written();
  }

  async addVersion(
    { cellId, source, trust }: NotebookPart,
    why: "run" | "reset" | "replaced",
  ): Promise<void> {
    // A store that cannot keep it says so when it is to keep the edit itself.
    await this.store
      .addVersion(this.#notebook, cellId, { source, at: Date.now(), why, trust })
      .catch(() => {});
  }

  /** Remembers how many milliseconds a cell took that runs when asked. */
  took(cell: string, ms: number): void {
    this.#times.set(cell, ms);
    this.store.saveTime(this.#notebook, cell, ms).catch(() => {}); // a guess less, that is all
  }

  timeOf(cell: string): number | undefined {
    return this.#times.get(cell);
  }
}
