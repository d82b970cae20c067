/** A metre in its parts. */
export type Meter = { numerator: number; denominator: number };

/** A metre such as "6/8" in its parts. Throws when it is none. */
export function meterParts(meter: string, caller: string): Meter {
  const [, numerator, denominator] = /^\s*(\d{1,2})\s*\/\s*(1|2|4|8|16|32)\s*$/.exec(meter) ?? [];
  if (!(Number(numerator) > 0)) {
    throw new RangeError(
      `${caller}: meter is ${JSON.stringify(meter)}; it must be beats a bar and their value, as in "4/4" or "6/8".`,
    );
  }
  return { numerator: Number(numerator), denominator: Number(denominator) };
}
