import type { Opened } from "./inspect-value.ts";
import { type FocusPlace, focusAt, focusIn } from "./kept-focus.ts";
import { statesIn } from "./kept-state.ts";

/** What a reader has opened and set in a cell's outputs, for the outputs of its next run at the same positions. */
export class OutputMemory {
  readonly #opened = new Map<number, Opened>();
  readonly #states = new Map<number, Map<string, unknown>>();
  #focus: { position: number; place: FocusPlace } | null = null;

  /** The places that are open in the inspected value at a position. */
  opened(position: number): Opened {
    const opened = this.#opened.get(position) ?? new Map();
    this.#opened.set(position, opened);
    return opened;
  }

  /** Notes how the nodes at a position stand, before they go. */
  note(position: number, nodes: readonly Node[]): void {
    const states = new Map<string, unknown>();
    for (const [key, state] of nodes.flatMap((node) => Array.from(statesIn(node)))) {
      const value = state.read();
      if (value !== undefined) states.set(key, value);
    }
    this.#states.set(position, states);
    if (position === 0) this.#focus = null;
    const place = focusIn(nodes);
    if (place) this.#focus = { position, place };
  }

  /** Brings new nodes at a position to where the last ones stood. */
  restore(position: number, nodes: readonly Node[]): void {
    const states = this.#states.get(position);
    for (const [key, state] of nodes.flatMap((node) => Array.from(statesIn(node)))) {
      if (states?.has(key)) state.restore(states.get(key));
    }
    if (this.#focus?.position !== position) return;
    focusAt(nodes, this.#focus.place);
    this.#focus = null;
  }
}
