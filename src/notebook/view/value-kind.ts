import { parametersOf } from "./function-parameters.ts";
import {
  classNameOf,
  isAudio,
  isDataset,
  isFrame,
  isMatrix,
  isObject,
  isTypedArray,
} from "./value-shapes.ts";

/** What a value is in words: its type, how large it is where that means something, and both together. */
export type Kind = { type: string; shape: string; text: string };

/** Items of an array that are looked at, to say what it is an array of. */
const mostItems = 100_000;
const mostKeys = 4;
const longest = 80;

/**
 * A short description of any value: "number", "array of 12 numbers", "Matrix 454 × 24", "function (x, y)". It only
 * reads, and never throws: of a value that cannot be read, it says so.
 */
export function kindOf(value: unknown): string {
  return kindParts(value).text;
}

/** As `kindOf`, with type and shape apart, for a table of values. */
export function kindParts(value: unknown): Kind {
  try {
    const { type, shape, text } = describe(value);
    return { type: cut(type), shape, text: cut(text) };
  } catch {
    return kind("a value that cannot be read");
  }
}

function kind(type: string, shape = "", joint = " of "): Kind {
  return { type, shape, text: shape === "" ? type : type + joint + shape };
}

function describe(value: unknown): Kind {
  switch (typeof value) {
    case "string":
      return kind("string", counted(value.length, "character"));
    case "number":
      return kind(Number.isNaN(value) ? "NaN, not a number" : "number");
    case "function":
      return ofFunction(value as () => unknown);
    case "object":
      return value === null ? kind("null") : ofObject(value);
    default:
      return kind(typeof value);
  }
}

const functionKinds: Partial<Record<string, string>> = {
  AsyncFunction: "async function",
  GeneratorFunction: "generator function",
  AsyncGeneratorFunction: "async generator function",
};

function ofFunction(value: (...values: never[]) => unknown): Kind {
  if (/^class\b/.test(Function.prototype.toString.call(value).slice(0, 6))) {
    const { typeName, name } = value as unknown as { typeName?: unknown; name: unknown };
    return kind(`class ${String(typeof typeName === "string" ? typeName : name)}`.trim());
  }
  return kind(functionKinds[tagOf(value)] ?? "function", parametersOf(value), " ");
}

function ofObject(value: object): Kind {
  if (Array.isArray(value)) return ofArray(value);
  if (isTypedArray(value)) return kind(classNameOf(value) ?? "typed array", numeral(value.length));
  if (isMatrix(value)) return kind("Matrix", `${numeral(value.rows)} × ${numeral(value.cols)}`, " ");
  if (isDataset(value)) return kind("Dataset", `${numeral(value.X.rows)} × ${numeral(value.X.cols)}`, " ");
  if (isFrame(value)) return kind("DataFrame", value.shape.map(numeral).join(" × "), " ");
  if (isAudio(value)) {
    const seconds = numeral(Number((value.y.length / value.sr).toPrecision(2)));
    return kind("audio", `${seconds} s at ${numeral(value.sr)} Hz`, ", ");
  }
  if (value instanceof Map) return kind("Map", counted(value.size, "entry", "entries"));
  if (value instanceof Set) return kind("Set", counted(value.size, "value"));
  if (value instanceof Date) return kind(Number.isNaN(value.getTime()) ? "invalid date" : "date");
  if (value instanceof Error) return kind(typeof value.name === "string" ? value.name : "Error");
  if (value instanceof ArrayBuffer) return kind("ArrayBuffer", counted(value.byteLength, "byte"));
  if (typeof Blob !== "undefined" && value instanceof Blob) {
    return kind(classNameOf(value) ?? "Blob", counted(value.size, "byte"));
  }
  return kind(ofOther(value as Record<PropertyKey, unknown>));
}

function ofArray(array: readonly unknown[]): Kind {
  const { length } = array;
  if (length === 0) return kind("empty array");
  const items = itemsOf(array);
  const shape = numeral(length);
  return { type: `array of ${items}`, shape, text: `array of ${shape} ${items}` };
}

/** What an array holds; "values" where it is not one thing, or too much to look at. */
function itemsOf(array: readonly unknown[]): string {
  const { length } = array;
  const first = typeof array[0];
  const isOneKind =
    length <= mostItems && first !== "undefined" && array.every((item) => typeof item === first);
  if (!isOneKind) return plural("value", length);
  if (first !== "object") return plural(first, length);
  if (!array.every(isObject)) return plural("value", length);
  const width = lengthOf(array[0]);
  if (width === undefined || array.some((item) => lengthOf(item) === undefined))
    return plural("object", length);
  const isTable = array.every((item) => lengthOf(item) === width);
  return plural("array", length) + (isTable ? ` of ${numeral(width)}` : "");
}

function lengthOf(value: unknown): number | undefined {
  return Array.isArray(value) || isTypedArray(value) ? value.length : undefined;
}

const otherKinds: Partial<Record<string, string>> = {
  Promise: "promise",
  Generator: "generator",
  AsyncGenerator: "async generator",
  RegExp: "regular expression",
};

function tagOf(value: object): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

function ofOther(value: Record<PropertyKey, unknown>): string {
  if (typeof value.nodeType === "number" && typeof value.nodeName === "string") {
    return value.nodeType === 1 ? `<${value.nodeName.toLowerCase()}> element` : "piece of the page";
  }
  const known = otherKinds[tagOf(value)];
  if (known) return known;
  const className = classNameOf(value);
  if (className && typeof value.getParams === "function") return `${className}(${paramsOf(value)})`;
  if (className) return className;
  const keys = Object.keys(value);
  if (keys.length === 0) return "empty object";
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
