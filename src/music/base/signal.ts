/** A mono signal: samples between −1 and 1, one number a sample. */
export type Signal = Float32Array | Float64Array;

/** Throws unless `y` is a typed array of at least one finite sample. */
export function requireSignal(y: Signal, caller: string): void {
  if (!(y instanceof Float32Array || y instanceof Float64Array)) {
    throw new TypeError(`${caller}: y must be a Float32Array or a Float64Array of samples.`);
  }
  if (y.length === 0) throw new RangeError(`${caller}: y is empty; it needs at least one sample.`);
  for (let i = 0; i < y.length; i++) {
    if (!Number.isFinite(y[i]))
      throw new RangeError(`${caller}: y[${i}] is ${y[i]}; samples must be finite.`);
  }
}

/** Throws unless `value` is a whole number of at least `least`. */
export function requireWhole(value: number, least: number, name: string, caller: string): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${caller}: ${name} is ${value}; it must be a whole number of at least ${least}.`);
  }
}

/** Throws unless `value` is a finite number above zero. */
export function requirePositive(value: number, name: string, caller: string): void {
  if (!(value > 0 && Number.isFinite(value))) {
    throw new RangeError(`${caller}: ${name} is ${value}; it must be a number above 0.`);
  }
}
