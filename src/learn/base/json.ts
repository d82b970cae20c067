import { Matrix } from "./matrix.ts";
import { shown } from "./shown.ts";

/** What marks, in JSON, a value that JSON itself has no form for. */
const KIND = "$";

const typedArrays = {
  Float64Array,
  Float32Array,
  Int32Array,
  Int16Array,
  Int8Array,
  Uint32Array,
  Uint16Array,
  Uint8Array,
  Uint8ClampedArray,
};
type Marked = { [KIND]: unknown; values?: unknown; rows?: unknown; cols?: unknown; value?: unknown };

/** The numbers that JSON has no form for, by how they are written. */
const odd: Record<string, number> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  "-0": -0,
};

/**
 * A value as JSON can hold it: typed arrays, matrices, NaN and the infinities become marked objects, and whatever
 * has a `toJSON` (an estimator) is what that gives. Throws at what JSON cannot hold, such as a function, naming
 * where it stands.
 */
export function encode(value: unknown, place = "a value"): unknown {
  if (typeof value === "number") return encodeNumber(value);
  if (typeof value === "function" || typeof value === "bigint" || typeof value === "symbol") {
    throw new TypeError(`${place} is ${shown(value)}, which JSON cannot hold`);
  }
  if (value === null || typeof value !== "object") return value;
  if (ArrayBuffer.isView(value)) {
    const name = Object.keys(typedArrays).find((kind) => value instanceof typedArrays[kind as never]);
    if (name === undefined) throw new TypeError(`${place} is an array of a kind that JSON cannot hold`);
    return { [KIND]: name, values: encodeNumbers(value as Float64Array) };
  }
  if (value instanceof Matrix) {
    const { data, rows, cols } = value;
    return { [KIND]: "Matrix", rows, cols, values: encodeNumbers(data) };
  }
  if (Array.isArray(value)) return value.map((item, i) => encode(item, `${place}[${i}]`));
  if ("toJSON" in value && typeof value.toJSON === "function") {
    return { [KIND]: "estimator", ...value.toJSON() };
  }
  const entries = Object.entries(value).map(([key, item]) => [key, encode(item, key)]);
  // A name of the learner's, such as a class, may be the mark itself.
  return Object.hasOwn(value, KIND) ? { [KIND]: "object", values: entries } : Object.fromEntries(entries);
}

/** The value that `encode` was given; `estimator` makes an estimator of its JSON. Throws when it is none of `encode`'s. */
export function decode(value: unknown, estimator: (json: never) => unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => decode(item, estimator));
  if (!Object.hasOwn(value, KIND)) return decodeEntries(Object.entries(value), estimator);
  const marked = value as Marked;
  const kind = marked[KIND];
  if (kind === "estimator") return estimator(value as never);
  if (kind === "number") return decodeNumber(value);
  if (kind === "object") return decodeEntries(listOf(marked), estimator);
  if (kind === "Matrix") {
    return new Matrix(numbersOf(marked, Float64Array), marked.rows as number, marked.cols as number);
  }
  if (typeof kind !== "string" || !Object.hasOwn(typedArrays, kind)) {
    throw new TypeError(`fromJSON knows no value of the kind ${shown(kind)}`);
  }
  return numbersOf<unknown>(marked, typedArrays[kind as keyof typeof typedArrays]);
}

function decodeEntries(entries: readonly unknown[], estimator: (json: never) => unknown): unknown {
  return Object.fromEntries(
    entries.map((entry) => {
      if (!Array.isArray(entry)) throw unfit("a list of names and values", entry);
      return [String(entry[0]), decode(entry[1], estimator)];
    }),
  );
}

/** The form of the numbers of an array: those that JSON has no form for by name. */
function encodeNumbers(values: ArrayLike<number>): (number | string)[] {
  return Array.from(values, (value) => oddName(value) ?? value);
}

function encodeNumber(value: number): unknown {
  const name = oddName(value);
  return name === undefined ? value : { [KIND]: "number", value: name };
}

function oddName(value: number): string | undefined {
  if (Object.is(value, -0)) return "-0";
  return Number.isFinite(value) ? undefined : String(value);
}

function decodeNumber(value: unknown): number {
  if (typeof value === "number") return value;
  const name: unknown = typeof value === "object" ? (value as Marked | null)?.value : value;
  if (typeof name !== "string" || !Object.hasOwn(odd, name)) throw unfit("a number", value);
  return odd[name]!;
}

function numbersOf<Numbers>(marked: Marked, Class: { from(values: number[]): Numbers }): Numbers {
  return Class.from(listOf(marked).map(decodeNumber));
}

function listOf({ values }: Marked): readonly unknown[] {
  if (!Array.isArray(values)) throw unfit("an array of values", values);
  return values;
}

function unfit(wanted: string, found: unknown): TypeError {
  return new TypeError(`fromJSON needs what toJSON wrote: where ${wanted} should be is ${shown(found)}`);
}
