import { latest, type ValueIterator } from "./latest.ts";

/** A reactive value that code may set: reading cells see the value, and `.value = …` makes them run again. */
export class MutableValue<T> {
  #value: T;
  #change: (value: T) => void = () => {};
  #values: ValueIterator<T>;
  constructor(value: T) {
    this.#value = value;
    this.#values = latest<T>((change) => {
      this.#change = change;
      change(value);
      return () => {};
    });
  }
  get value(): T {
    return this.#value;
  }
  set value(value: T) {
    this.#value = value;
    this.#change(value);
  }
  next(): Promise<IteratorResult<T, undefined>> {
    return this.#values.next();
  }
  return(): Promise<IteratorResult<T, undefined>> {
    return this.#values.return();
  }
}
