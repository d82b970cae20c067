/** A mono signal: samples between −1 and 1, one number a sample. */
export type Signal = Float32Array | Float64Array;

/** The squares of greater samples, added up, would not be finite any more. */
const GREATEST_SAMPLE = 1e100;

/** Throws unless `y` is a typed array of at least one sample, all of them finite and none beyond 1e100. */
export function requireSignal(y: Signal, caller: string): void {
  if (!(y instanceof Float32Array || y instanceof Float64Array)) {
    throw new TypeError(`${caller}: y must be a Float32Array or a Float64Array of samples.`);
  }
  if (y.length === 0) throw new RangeError(`${caller}: y is empty; it needs at least one sample.`);
  for (let i = 0; i < y.length; i++) {
    if (!(Math.abs(y[i]) <= GREATEST_SAMPLE)) {
      const allowed = Number.isFinite(y[i]) ? "between -1e100 and 1e100" : "finite";
      throw new RangeError(`${caller}: y[${i}] is ${y[i]}; samples must be ${allowed}.`);
    }
  }
}

/** Throws unless `value` is a whole number of at least `least`. */
export function requireWhole(value: number, least: number, name: string, caller: string): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${caller}: ${name} is ${value}; it must be a whole number of at least ${least}.`);
  }
}

/** Throws when `value` is more than a browser's memory, or anybody's patience, would hold. */
export function requireAtMost(value: number, most: number, name: string, caller: string): void {
  if (value > most) throw new RangeError(`${caller}: ${name} is ${value}; it must be at most ${most}.`);
}

/** Throws unless `value` is a finite number above zero. */
export function requirePositive(value: number, name: string, caller: string): void {
  if (!(value > 0 && Number.isFinite(value))) {
    throw new RangeError(`${caller}: ${name} is ${value}; it must be a number above 0.`);
  }
}

/** Throws unless `value` is a finite number that is not below zero. */
export function requireNotNegative(value: number, name: string, caller: string): void {
  if (!(value >= 0 && Number.isFinite(value))) {
    throw new RangeError(`${caller}: ${name} is ${value}; it must be a number of at least 0.`);
  }
}

/** Throws unless `value` lies between 0 and 1 and is neither. */
export function requireShare(value: number, name: string, caller: string): void {
  if (!(value > 0 && value < 1)) {
    throw new RangeError(`${caller}: ${name} is ${value}; it must lie between 0 and 1.`);
  }
}

/** Longer frames than this, twelve minutes at 22 kHz, nobody needs. */
export const LONGEST_FRAME = 2 ** 24;

/** Throws unless `value` is a power of two that a transform can have as its length. */
export function requirePowerOfTwo(value: number, name: string, caller: string): void {
  requireWhole(value, 4, name, caller);
  if (Math.log2(value) % 1 !== 0) {
    throw new RangeError(`${caller}: ${name} is ${value}; it must be a power of two, such as 1024 or 2048.`);
  }
  requireAtMost(value, LONGEST_FRAME, name, caller);
}
