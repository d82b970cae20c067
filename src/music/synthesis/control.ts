import type { Signal } from "../base/signal.ts";

/** A setting that stays, or one for each sample (the last one holds on), as a list. Throws unless all are finite numbers. */
export function controlOf(value: number | Signal, name: string, caller: string): Signal {
  const values = typeof value === "number" ? Float64Array.of(value) : value;
  if (!(values instanceof Float64Array || values instanceof Float32Array) || values.length === 0) {
    throw new TypeError(
      `${caller}: ${name} must be a number or a Float64Array with one number for each sample.`,
    );
  }
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    const place = typeof value === "number" ? name : `${name}[${i}]`;
    throw new RangeError(`${caller}: ${place} is ${values[i]}; it must be a finite number.`);
  }
  return values;
}
