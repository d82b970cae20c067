/** A change that can be taken back and made again. */
export type Change = { what: string; undo(): void | Promise<void>; redo(): void | Promise<void> };

const longest = 100;

/** The changes of a visit, newest last. */
export class UndoStack {
  readonly #done: Change[] = [];
  readonly #undone: Change[] = [];
  readonly #onChange: () => void;

  constructor(onChange: () => void = () => {}) {
    this.#onChange = onChange;
  }

  /** What `undo` would take back, and what `redo` would make again. */
  get next(): { undo: string | undefined; redo: string | undefined } {
    return { undo: this.#done.at(-1)?.what, redo: this.#undone.at(-1)?.what };
  }

  /** Notes a change that has been made. What had been undone before cannot be made again after it. */
  add(change: Change): void {
    this.#done.push(change);
    if (this.#done.length > longest) this.#done.shift();
    this.#undone.length = 0;
    this.#onChange();
  }

  /** Takes the last change back; answers what it was. */
  async undo(): Promise<string | undefined> {
    const change = this.#done.pop();
    if (!change) return undefined;
    this.#undone.push(change);
    await change.undo();
    this.#onChange();
    return change.what;
  }

  /** Makes the change again that was taken back last; answers what it was. */
  async redo(): Promise<string | undefined> {
    const change = this.#undone.pop();
    if (!change) return undefined;
    this.#done.push(change);
    await change.redo();
    this.#onChange();
    return change.what;
  }

  clear(): void {
    this.#done.length = 0;
    this.#undone.length = 0;
    this.#onChange();
  }
}

/** Several changes as one. */
export function together(what: string, changes: Change[]): Change {
  return {
    what,
    async undo() {
      for (const change of changes.toReversed()) await change.undo();
    },
    async redo() {
      for (const change of changes) await change.redo();
    },
  };
}
