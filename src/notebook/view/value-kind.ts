import { parametersOf } from "./function-parameters.ts";
import {
  classNameOf,
  isAudio,
  isDataset,
  isFrame,
  isMatrix,
  isObject,
  isPlain,
  isTypedArray,
} from "./value-shapes.ts";

/** What a value is: its type in words, and how large it is, where that means something. */
export type Kind = { type: string; shape: string };

/** Items of an array that are looked at, to say what it is an array of. */
const mostItems = 100_000;
const mostKeys = 4;
const longest = 80;

/**
 * A short description of any value: "number", "array of 12 numbers", "Matrix 454 × 24", "function (x, y)". It only
 * reads, and never throws: of a value that cannot be read, it says so.
 */
export function kindOf(value: unknown): string {
  const { type, shape } = typeAndShape(value);
  if (shape === "") return type;
  // "array of numbers" and "12" make "array of 12 numbers"; "Map" and "3 entries" make "Map of 3 entries".
  if (type.startsWith("array of ")) return `array of ${shape} ${type.slice("array of ".length)}`;
  if (type === "audio") return `audio, ${shape}`;
  if (type.startsWith("function") || type.startsWith("async") || type.includes("×") || shape.includes("×"))
    return `${type} ${shape}`;
  return `${type} of ${shape}`;
}

/** The two parts of `kindOf`, for a table of values. */
export function typeAndShape(value: unknown): Kind {
  try {
    const { type, shape } = describe(value);
    return { type: cut(type), shape };
  } catch {
    return { type: "a value that cannot be read", shape: "" };
  }
}

function describe(value: unknown): Kind {
  switch (typeof value) {
    case "string":
      return { type: "string", shape: counted(value.length, "character") };
    case "number":
      return { type: Number.isNaN(value) ? "NaN, not a number" : "number", shape: "" };
    case "function":
      return ofFunction(value as () => unknown);
    case "object":
      return value === null ? { type: "null", shape: "" } : ofObject(value);
    default:
      return { type: typeof value, shape: "" };
  }
}

function ofFunction(value: (...values: never[]) => unknown): Kind {
  if (/^class\b/.test(Function.prototype.toString.call(value).slice(0, 6))) {
    const { typeName, name } = value as unknown as { typeName?: unknown; name: string };
    return { type: `class ${typeof typeName === "string" ? typeName : name}`.trim(), shape: "" };
  }
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  const type =
    { AsyncFunction: "async function", GeneratorFunction: "generator function" }[tag] ?? "function";
  return { type, shape: parametersOf(value) };
}

function ofObject(value: object): Kind {
  if (Array.isArray(value)) return ofArray(value);
  if (isTypedArray(value)) return { type: classNameOf(value) ?? "typed array", shape: numeral(value.length) };
  if (isMatrix(value)) return { type: "Matrix", shape: `${numeral(value.rows)} × ${numeral(value.cols)}` };
  if (isDataset(value)) {
    return { type: "Dataset", shape: `${numeral(value.X.rows)} × ${numeral(value.X.cols)}` };
  }
  if (isFrame(value)) return { type: "DataFrame", shape: value.shape.map(numeral).join(" × ") };
  if (isAudio(value)) {
    const seconds = numeral(Number((value.y.length / value.sr).toPrecision(2)));
    return { type: "audio", shape: `${seconds} s at ${numeral(value.sr)} Hz` };
  }
  if (value instanceof Map) return { type: "Map", shape: counted(value.size, "entry", "entries") };
  if (value instanceof Set) return { type: "Set", shape: counted(value.size, "value") };
  if (value instanceof Date)
    return { type: Number.isNaN(value.getTime()) ? "invalid date" : "date", shape: "" };
  if (value instanceof Error) return { type: value.name || "Error", shape: "" };
  if (value instanceof ArrayBuffer) return { type: "ArrayBuffer", shape: counted(value.byteLength, "byte") };
  if (typeof Blob !== "undefined" && value instanceof Blob) {
    return { type: classNameOf(value) ?? "Blob", shape: counted(value.size, "byte") };
  }
  return { type: ofOther(value as Record<PropertyKey, unknown>), shape: "" };
}

function ofArray(array: readonly unknown[]): Kind {
  const { length } = array;
  if (length === 0) return { type: "empty array", shape: "" };
  const looked = Math.min(length, mostItems);
  const first = typeof array[0];
  let isUniform = true;
  for (let i = 1; i < looked && isUniform; i++) isUniform = typeof array[i] === first;
  const isKnown = isUniform && looked === length;
  if (!isKnown) return { type: `array of ${plural("value", length)}`, shape: numeral(length) };
  if (first !== "object") return { type: `array of ${plural(first, length)}`, shape: numeral(length) };
  if (array.every((item) => isObject(item) && lengthOf(item) !== undefined)) {
    const width = lengthOf(array[0])!;
    const isTable = array.every((item) => lengthOf(item) === width);
    const items = isTable ? ` of ${numeral(width)}` : "";
    return { type: `array of ${plural("array", length)}${items}`, shape: numeral(length) };
  }
  return { type: `array of ${plural("object", length)}`, shape: numeral(length) };
}

function lengthOf(value: unknown): number | undefined {
  return Array.isArray(value) || isTypedArray(value) ? value.length : undefined;
}

function ofOther(value: Record<PropertyKey, unknown>): string {
  if (typeof value.nodeType === "number" && typeof value.nodeName === "string") {
    return value.nodeType === 1 ? `<${value.nodeName.toLowerCase()}> element` : "piece of the page";
  }
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  const known = {
    Promise: "promise",
    Generator: "generator",
    AsyncGenerator: "async generator",
    RegExp: "RegExp",
  };
  if (Object.hasOwn(known, tag)) return known[tag as keyof typeof known];
  const className = classNameOf(value);
  if (className && typeof value.getParams === "function") return `${className}(${paramsOf(value)})`;
  const keys = Object.keys(value);
  if (className) return className;
  if (keys.length === 0) return isPlain(value) ? "empty object" : "object";
  const more = keys.length > mostKeys ? `, and ${keys.length - mostKeys} more` : "";
  return `object {${keys.slice(0, mostKeys).join(", ")}${more}}`;
}

/** The settings of an estimator: `nNeighbors: 5`. Those that are estimators themselves are named only. */
function paramsOf(estimator: Record<PropertyKey, unknown>): string {
  try {
    const params = (estimator.getParams as () => Record<string, unknown>).call(estimator);
    return Object.entries(params)
      .map(
        ([name, value]) =>
          `${name}: ${isObject(value) ? (classNameOf(value) ?? "…") : JSON.stringify(value)}`,
      )
      .join(", ");
  } catch {
    return "…";
  }
}

function numeral(value: number): string {
  return value.toLocaleString("en");
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${numeral(count)} ${count === 1 ? one : many}`;
}

function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
