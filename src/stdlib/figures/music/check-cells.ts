import { shown } from "../../../learn/base/shown.ts";
import type { Cells } from "./cell-pixels.ts";

/**
 * Throws unless `value` has frames of numbers, as a spectrogram does.
 *
 * @param owner the figure that the message names
 * @param name the argument
 * @param from the call that gives what would be right
 */
export function checkCells(
  owner: string,
  name: string,
  value: unknown,
  from: string,
): asserts value is Cells {
  const { data, frames, bins } = Object(value) as Partial<Cells>;
  const whole = (count: unknown): count is number => Number.isInteger(count) && (count as number) >= 0;
  if (!data || typeof data.length !== "number" || !whole(frames) || !whole(bins)) {
    throw new TypeError(`${owner}: ${name} must be what ${from} gives, but it is ${shown(value)}.`);
  }
  if (data.length !== frames * bins) {
    throw new RangeError(
      `${owner}: ${name} says ${frames} frames of ${bins} values, which are ${frames * bins}, but it has ${data.length}.`,
    );
  }
}

/** Throws unless `value` is a number above 0. */
export function checkPositive(
  owner: string,
  name: string,
  value: unknown,
  example: string,
): asserts value is number {
  if (typeof value === "number" && value > 0 && value < Number.POSITIVE_INFINITY) return;
  throw new TypeError(
    `${owner}: ${name} must be a number above 0, such as ${example}, but it is ${shown(value)}.`,
  );
}

/** Throws unless `value` is undefined or one of some words. */
export function checkChoice(owner: string, name: string, value: unknown, words: readonly string[]): void {
  if (value === undefined || words.includes(value as string)) return;
  const allowed = words.map((word) => `"${word}"`).join(" or ");
  throw new TypeError(`${owner}: ${name} must be ${allowed}, but it is ${shown(value)}.`);
}

/** Throws unless `value` is undefined or two numbers of which the second is greater. */
export function checkSpan(owner: string, name: string, value: unknown): void {
  if (value === undefined) return;
  const [from, to] = Array.isArray(value) ? value : [];
  if (Number.isFinite(from) && Number.isFinite(to) && from < to) return;
  throw new TypeError(
    `${owner}: ${name} must be two numbers, from and to, such as [0, 2], but it is ${
      Array.isArray(value) ? `[${value.join(", ")}]` : shown(value)
    }.`,
  );
}

/** Throws unless `value` is undefined or a list of numbers. */
export function checkNumbers(owner: string, name: string, value: unknown, example: string): void {
  if (value === undefined) return;
  const list = value as ArrayLike<unknown>;
  const numbers = Array.isArray(value) || ArrayBuffer.isView(value);
  if (numbers && Array.from(list).every((each) => typeof each === "number")) return;
  throw new TypeError(
    `${owner}: ${name} must be a list of numbers, such as ${example}, but it is ${shown(value)}.`,
  );
}
