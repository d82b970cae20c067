/** How a range input's own number, its position, stands for the value that a cell reads. */
export interface SliderTrack {
  min: number;
  max: number;
  step: number;
  /** The value at a position of the range input. */
  valueAt(position: number): number;
  /** The position nearest to a value; a value outside is moved to the nearest end. */
  positionOf(value: number): number;
}

export interface SliderTrackOptions {
  /** Step between values; default one hundredth of the range, or 1 for a range of whole numbers wider than 10. */
  step?: number;
  /** "log" spaces the positions by equal ratios; both ends must be above 0. Default "linear". */
  scale?: "linear" | "log";
  /** The only values to be had, rising; replaces step and scale. */
  values?: readonly number[];
}

const logPositions = 200;
const logDigits = 3;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Removes the dust of binary fractions: 0.1 + 0.2 is 0.3. */
const dusted = (value: number) => Number(value.toPrecision(12));

function defaultStep(min: number, max: number): number {
  return Number.isInteger(min) && Number.isInteger(max) && max - min > 10 ? 1 : dusted((max - min) / 100);
}

function linearTrack(min: number, max: number, step: number): SliderTrack {
  const last = Math.floor((max - min) / step + 1e-9);
  return {
    min,
    max: dusted(min + last * step),
    step,
    valueAt: (position) => dusted(clamp(position, min, max)),
    positionOf: (value) => dusted(min + clamp(Math.round((value - min) / step), 0, last) * step),
  };
}

function logTrack(min: number, max: number): SliderTrack {
  if (min <= 0) throw new RangeError(`slider: a log scale needs a range above 0; it starts at ${min}.`);
  const octaves = Math.log(max / min);
  const valueAt = (position: number) => {
    if (position <= 0) return min;
    if (position >= logPositions) return max;
    return Number((min * Math.exp((octaves * position) / logPositions)).toPrecision(logDigits));
  };
  const positionOf = (value: number) =>
    Math.round((Math.log(clamp(value, min, max) / min) / octaves) * logPositions);
  return { min: 0, max: logPositions, step: 1, valueAt, positionOf };
}

/** Evenly spaced values keep the range input's own numbers; others count 0, 1, 2 … along the list. */
function listTrack(values: readonly number[]): SliderTrack {
  const rising = values.every((value, i) => Number.isFinite(value) && (i === 0 || value > values[i - 1]!));
  if (values.length < 2 || !rising) {
    throw new RangeError("slider: values must be two or more numbers, rising from one to the next.");
  }
  const step = values[1]! - values[0]!;
  const even = values.every((value, i) => Math.abs(value - (values[0]! + i * step)) < step * 1e-9);
  if (even) return linearTrack(values[0]!, values.at(-1)!, step);
  const last = values.length - 1;
  const positionOf = (wanted: number) => {
    let nearest = 0;
    for (let i = 1; i <= last; i++) {
      if (Math.abs(values[i]! - wanted) < Math.abs(values[nearest]! - wanted)) nearest = i;
    }
    return nearest;
  };
  return { min: 0, max: last, step: 1, valueAt: (p) => values[clamp(Math.round(p), 0, last)]!, positionOf };
}

/**
 * Lays a slider's values along its range input.
 * @throws RangeError when the range, the step or the values cannot be laid out.
 */
export function sliderTrack(range: readonly [number, number], options: SliderTrackOptions = {}): SliderTrack {
  const [min, max] = range;
  if (!(Number.isFinite(min) && Number.isFinite(max) && min < max)) {
    throw new RangeError(`slider: the range must be two numbers, the lower one first; it is [${range}].`);
  }
  if (options.values) return listTrack(options.values.filter((value) => value >= min && value <= max));
  if (options.scale === "log") return logTrack(min, max);
  const step = options.step ?? defaultStep(min, max);
  if (!(step > 0)) throw new RangeError(`slider: step must be above 0; it is ${step}.`);
  return linearTrack(min, max, step);
}
