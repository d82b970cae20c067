import { Matrix } from "../../learn/base/matrix.ts";
import { ParamSplitter } from "../../learn/selection/param-splitter.ts";

/**
 * Whether a worker can be given `value` and will do the same with it: numbers, text, arrays and plain objects of
 * them, and objects that are exactly of our classes, all the way down. A function is not, nor is anything of a
 * class of the learner's own.
 */
export function isSendable(value: unknown): boolean {
  if (typeof value === "function" || typeof value === "symbol") return false;
  if (value === null || typeof value !== "object") return true;
  if (value instanceof Matrix) return value.constructor === Matrix;
  if (ArrayBuffer.isView(value) || ParamSplitter.isOurs(value)) return true;
  if (Array.isArray(value)) return value.every(isSendable);
  const proto: unknown = Object.getPrototypeOf(value);
  if (!isOurClass(value.constructor) && proto !== Object.prototype && proto !== null) return false;
  return Object.values(value).every(isSendable);
}

/** Whether it is one of our estimators' classes itself: a subclass inherits `typeName`, but does not have it. */
export function isOurClass(Class: unknown): boolean {
  return typeof Class === "function" && Object.hasOwn(Class, "typeName") && "revive" in Class;
}
