/** A range input as far as a cell's `view` knows one, for where there is no page. */
export class MovedInput extends EventTarget {
  readonly type = "range";
  value: number;

  constructor(value: number) {
    super();
    this.value = value;
  }
  get valueAsNumber(): number {
    return this.value;
  }
  /** Moves it, as a drag does at every step. */
  move(value: number): void {
    this.value = value;
    this.dispatchEvent(new Event("input"));
  }
  /** Lets it go. */
  release(): void {
    this.dispatchEvent(new Event("change"));
  }
}
