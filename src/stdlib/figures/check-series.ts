import { shown } from "../../learn/base/shown.ts";

/**
 * Numbers as an array, checked; `owner` and `name` are the figure and the argument that messages name.
 * @throws TypeError when they are no list of numbers, RangeError when there are not `length` of them.
 */
export function checkSeries(owner: string, name: string, values: unknown, length?: number): number[] {
  const list = values as ArrayLike<unknown> | null | undefined;
  const isList = list !== null && typeof list === "object" && typeof list?.length === "number";
  if (!isList || !Array.from(list).every((value) => typeof value === "number")) {
    throw new TypeError(`${owner}: ${name} must be a list of numbers, but it is ${shown(values)}.`);
  }
  if (length !== undefined && list.length !== length) {
    throw new RangeError(`${owner}: ${name} must have ${length} numbers, but it has ${list.length}.`);
  }
  return Array.from(list) as number[];
}
