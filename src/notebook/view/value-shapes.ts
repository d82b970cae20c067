/** A table of numbers, row after row, as the learning library has it. */
export type MatrixValue = { rows: number; cols: number; data: ArrayLike<number> };
/** A data frame, as danfojs has it. */
export type FrameValue = { columns: string[]; shape: [number, number]; values: unknown[][] };
/** Samples of a sound, and their number a second. */
export type AudioValue = { y: ArrayLike<number>; sr: number };
/** What `datasets.load` gives. */
export type DatasetValue = { X: MatrixValue; y: ArrayLike<unknown>; featureNames: string[] };

type Typed = ArrayLike<number | bigint> & { constructor: { name: string } };

export function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null;
}

/** Whether a value is an Int8Array, a Float64Array, …: an array with numbers of one kind only. */
export function isTypedArray(value: unknown): value is Typed {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

// The notebook knows no library of the course: what it shows in a special way, it knows by its parts.

export function isMatrix(value: unknown): value is MatrixValue {
  return (
    isObject(value) &&
    isTypedArray(value.data) &&
    Number.isInteger(value.rows) &&
    Number.isInteger(value.cols) &&
    value.data.length === (value.rows as number) * (value.cols as number)
  );
}

export function isFrame(value: unknown): value is FrameValue {
  if (!isObject(value) || isPlain(value)) return false;
  return (
    Array.isArray(value.columns) &&
    Array.isArray(value.shape) &&
    value.shape.length === 2 &&
    Array.isArray(value.values)
  );
}

export function isAudio(value: unknown): value is AudioValue {
  if (!isObject(value) || typeof value.sr !== "number" || !(value.sr > 0)) return false;
  return value.y instanceof Float32Array || value.y instanceof Float64Array;
}

export function isDataset(value: unknown): value is DatasetValue {
  return isObject(value) && isMatrix(value.X) && Array.isArray(value.featureNames) && isObject(value.y);
}

/** Whether an object is one of braces, `{…}`, and not of a class. */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The name of the class that an object is of; none for plain objects. */
export function classNameOf(value: object): string | undefined {
  if (isPlain(value)) return undefined;
  const { typeName, name } = value.constructor as unknown as { typeName?: unknown; name?: unknown };
  const known = typeof typeName === "string" ? typeName : name;
  return typeof known === "string" && known !== "" ? known : undefined;
}
