import { shown } from "../learn/base/shown.ts";

/** Throws unless `value` is an array; `owner` and `name` are the function and the argument that the message names. */
export function checkArray(owner: string, name: string, value: unknown, example: string): void {
  if (Array.isArray(value)) return;
  throw new TypeError(`${owner}: ${name} must be an array such as ${example}, but it is ${shown(value)}.`);
}

/** Throws unless `value` is text. */
export function checkText(owner: string, name: string, value: unknown): void {
  if (typeof value === "string") return;
  throw new TypeError(`${owner}: ${name} must be text in quotes, but it is ${shown(value)}.`);
}

/** Throws unless `value` is an object whose settings have names; `example` is one that would do. */
export function checkSettings(owner: string, value: unknown, example: string): void {
  if (value !== null && typeof value === "object" && !Array.isArray(value)) return;
  throw new TypeError(
    `${owner} takes its settings by name, in braces, such as ${example}, but it got ${shown(value)}.`,
  );
}
