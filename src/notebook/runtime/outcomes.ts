import type { NamedOutcome } from "./cell-host.ts";

/** How the variables of one cell stand: which are awaited, which failed, and what the others are. */
export class Outcomes {
  readonly #all = new Map<string, NamedOutcome>();
  readonly #errors = new Map<string, unknown>();
  #pending = 0;

  /** Whether every variable has a value or an error. */
  get complete(): boolean {
    return this.#pending === 0;
  }

  of(name: string): NamedOutcome | undefined {
    return this.#all.get(name);
  }

  /** The first of some variables that failed, and its error. */
  firstFailed(names: readonly string[]): { name: string; error: unknown } | null {
    const name = names.find((name) => this.#all.get(name)?.state === "rejected");
    return name === undefined ? null : { name, error: this.#errors.get(name) };
  }

  clear(): void {
    this.#all.clear();
    this.#errors.clear();
    this.#pending = 0;
  }

  pend(name: string): void {
    this.#set(name, { state: "pending" });
  }

  fulfil(name: string, value: unknown): void {
    this.#set(name, { state: "fulfilled", value });
  }

  reject(name: string, error: unknown): void {
    this.#set(name, { state: "rejected" });
    this.#errors.set(name, error);
  }

  #set(name: string, outcome: NamedOutcome): void {
    if (this.#all.get(name)?.state === "pending") --this.#pending;
    if (outcome.state === "pending") ++this.#pending;
    this.#all.set(name, outcome);
  }
}
