const stepFactors = [1, 2, 5];

/** The smallest of 1, 2, 5, 10, 20, … times a power of ten that is not below a step. */
export function niceStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor = [...stepFactors, 10].find((f) => f * power >= atLeast * (1 - 1e-9));
  return factor! * power;
}

/** Round values between two ends, at most this many; `leastStep` of 1 keeps them whole. */
export function linearTicks(low: number, high: number, most: number, leastStep = 0): number[] {
  const step = Math.max(niceStep((high - low) / most), leastStep);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** 1, 2, 5, 10, 20, … between two ends above 0; powers of ten alone when those would be more than this many. */
export function logTicks(low: number, high: number, most: number): number[] {
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
    for (const factor of stepFactors) ticks.push(Number((factor * 10 ** power).toPrecision(12)));
  }
  const within = ticks.filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9));
  return within.length <= most ? within : within.filter((tick) => Number.isInteger(Math.log10(tick)));
}
