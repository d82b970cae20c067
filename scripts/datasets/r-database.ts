import { readFileSync } from "node:fs";
import { gunzipSync, inflateSync } from "node:zlib";
import { type RValue, type RVector, readSerialized } from "./r-serialized.ts";

/** A column of an R data frame: numbers, or a factor as the texts of its levels; null where a value is missing. */
export type RColumn = { values: (number | null)[] | (string | null)[]; levels?: string[] };

// Before each value stands how long it is when unpacked.
const LENGTH_BYTES = 4;
const ZLIB = 0x78;

/**
 * A data frame of an R package, column by column. R keeps the data of a package in two files: `path`.rdx, which says
 * where each value is, and `path`.rdb, which holds them. Throws when there is no such data frame.
 */
export function readDataFrame(path: string, name: string): Map<string, RColumn> {
  const index = vector(readSerialized(gunzipSync(readFileSync(`${path}.rdx`))));
  const variables = vector(named(index).get("variables") ?? null);
  const place = named(variables).get(name);
  if (!place) {
    throw new Error(`${path} holds no "${name}"; it holds ${[...named(variables).keys()].join(", ")}`);
  }
  const [offset, length] = vector(place).values as number[];
  const packed = readFileSync(`${path}.rdb`).subarray(offset!, offset! + length!);
  if (packed[LENGTH_BYTES] !== ZLIB) throw new Error(`${path}: "${name}" is not compressed by zlib`);
  return dataFrame(readSerialized(inflateSync(packed.subarray(LENGTH_BYTES))));
}

/** The columns of an R data frame by their names. */
function dataFrame(value: RValue): Map<string, RColumn> {
  return new Map([...named(vector(value))].map(([name, column]) => [name, columnOf(vector(column))]));
}

function columnOf({ values, attributes }: RVector): RColumn {
  const levels = attributes.get("levels");
  if (!levels) return { values: values as RColumn["values"] };
  const texts = vector(levels).values as string[];
  const codes = values as (number | null)[];
  return { values: codes.map((code) => (code === null ? null : texts[code - 1]!)), levels: texts };
}

function named({ values, attributes }: RVector): Map<string, RValue> {
  const names = vector(attributes.get("names") ?? null).values as string[];
  return new Map(names.map((name, i) => [name, values[i] as RValue]));
}

function vector(value: RValue): RVector {
  if (value === null || typeof value === "string") throw new Error("R data: expected a vector");
  return value;
}
