import { shown } from "./shown.ts";

/** Longer than this no array can be. */
const LONGEST = 2 ** 32 - 1;

/** Whether `value` is an array, a typed array or anything else with a length and items. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  if (value === null || typeof value !== "object" || !("length" in value)) return false;
  const { length } = value;
  return Number.isInteger(length) && (length as number) >= 0 && (length as number) <= LONGEST;
}

/** Throws unless `value` is a list; `name` is what the message calls it, and it holds `items`. */
export function checkList(name: string, value: unknown, items: string): void {
  if (!isList(value)) throw new TypeError(`${name} must be an array of ${items}, but it is ${shown(value)}`);
}
