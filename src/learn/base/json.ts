import { Matrix } from "./matrix.ts";

/** What marks, in JSON, a value that JSON itself has no form for. */
const KIND = "$";

const typedArrays = {
  Float64Array,
  Float32Array,
  Int32Array,
  Uint32Array,
  Uint16Array,
  Uint8Array,
};
type TypedArray = InstanceType<(typeof typedArrays)[keyof typeof typedArrays]>;
type Marked = { [KIND]: string; values?: unknown[]; rows?: number; cols?: number };

/**
 * A value as JSON can hold it: typed arrays, matrices, NaN and the infinities become marked objects, and whatever
 * has a `toJSON` (an estimator) is what that gives. Throws at a function, naming where it stands.
 */
export function encode(value: unknown, place = "a value"): unknown {
  if (typeof value === "number") return encodeNumber(value);
  if (typeof value === "function") throw new TypeError(`${place} is a function, which JSON cannot hold`);
  if (value === null || typeof value !== "object") return value;
  if (ArrayBuffer.isView(value)) {
    return { [KIND]: value.constructor.name, values: Array.from(value as TypedArray, encodeNumber) };
  }
  if (value instanceof Matrix) {
    const { data, rows, cols } = value;
    return { [KIND]: "Matrix", rows, cols, values: Array.from(data, encodeNumber) };
  }
  if (Array.isArray(value)) return value.map((item, i) => encode(item, `${place}[${i}]`));
  if ("toJSON" in value && typeof value.toJSON === "function") {
    return { [KIND]: "estimator", ...value.toJSON() };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item, key)]));
}

/** The value that `encode` was given; `estimator` makes an estimator of its JSON. */
export function decode(value: unknown, estimator: (json: never) => unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => decode(item, estimator));
  if (!(KIND in value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decode(item, estimator)]));
  }
  const marked = value as Marked;
  const kind = marked[KIND];
  if (kind === "estimator") return estimator(value as never);
  if (kind === "number") return decodeNumber(value);
  const numbers = (marked.values ?? []).map(decodeNumber);
  if (kind === "Matrix") return new Matrix(Float64Array.from(numbers), marked.rows!, marked.cols!);
  if (!Object.hasOwn(typedArrays, kind)) throw new TypeError(`fromJSON knows no value of the kind "${kind}"`);
  return typedArrays[kind as keyof typeof typedArrays].from(numbers);
}

function encodeNumber(value: number): unknown {
  return Number.isFinite(value) && !Object.is(value, -0)
    ? value
    : { [KIND]: "number", value: numberText(value) };
}

function numberText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function decodeNumber(value: unknown): number {
  return typeof value === "number" ? value : Number((value as { value: string }).value);
}
