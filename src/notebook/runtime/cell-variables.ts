import type { Module, Variable } from "@observablehq/runtime";

/** What a cell hears of its variables, each under the key that it was given. */
export type VariableEvents = {
  pending(key: string): void;
  fulfilled(key: string, value: unknown): void;
  rejected(key: string, error: unknown): void;
};

/** The variables of one cell in the Observable runtime; of those that were replaced nothing more is heard. */
export class CellVariables {
  readonly #module: Module;
  readonly #events: VariableEvents;
  readonly #node: Element | undefined;
  #variables: Variable[] = [];
  #generation = 0;

  /** `node` is the element that `visibility` watches. */
  constructor(module: Module, events: VariableEvents, node: Element | undefined) {
    this.#module = module;
    this.#events = events;
    this.#node = node;
  }

  /** Which of its definitions the cell is at: another number after each `clear`. */
  get generation(): number {
    return this.#generation;
  }

  clear(): void {
    ++this.#generation;
    for (const variable of this.#variables) variable.delete();
    this.#variables = [];
  }

  define(
    key: string,
    name: string | null,
    inputs: string[],
    definition: (...values: never[]) => unknown,
  ): void {
    const generation = this.#generation;
    const ifCurrent =
      <Rest extends unknown[]>(tell: (key: string, ...rest: Rest) => void) =>
      (...rest: Rest) => {
        if (generation === this.#generation) tell(key, ...rest);
      };
    const variable = this.#module.variable({
      ...(this.#node && { _node: this.#node }),
      pending: ifCurrent(() => this.#events.pending(key)),
      fulfilled: ifCurrent((_, value: unknown) => this.#events.fulfilled(key, value)),
      rejected: ifCurrent((_, error: unknown) => this.#events.rejected(key, error)),
    });
    this.#variables.push(variable.define(name, inputs, definition));
  }
}
