import type { Spectrogram } from "../base/spectrogram.ts";

/** What is compared frame by frame: a spectrogram, or a curve of one number a frame. */
export type Features = Spectrogram | Float64Array | Float32Array | readonly number[];

/** Features as rows of numbers. Throws unless they are whole, finite and at least one frame. */
export function rowsOf(features: Features, name: string, caller: string): Spectrogram {
  if (typeof features !== "object" || features === null || !("bins" in features || "length" in features)) {
    throw new TypeError(`${caller}: ${name} must be frames {data, frames, bins} or a list of numbers.`);
  }
  const rows = "bins" in features ? features : curve(features);
  const { data, frames, bins } = rows;
  if (!(frames > 0 && bins > 0)) {
    throw new RangeError(`${caller}: ${name} is empty; it needs at least one frame of at least one value.`);
  }
  if (data.length !== frames * bins) {
    throw new RangeError(
      `${caller}: ${name} says ${frames} frames of ${bins} values and holds ${data.length} numbers, not ${frames * bins}.`,
    );
  }
  const wrong = data.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    throw new RangeError(
      `${caller}: value ${wrong % bins} of frame ${Math.floor(wrong / bins)} of ${name} is ${data[wrong]}; it must be a finite number.`,
    );
  }
  return rows;
}

function curve(values: Float64Array | Float32Array | readonly number[]): Spectrogram {
  return { data: Float64Array.from(values), frames: values.length, bins: 1 };
}

/** Throws unless `matrix` has as many rows as columns, and its numbers are finite. */
export function requireSquare(matrix: Spectrogram, name: string, caller: string): void {
  if (matrix.frames !== matrix.bins) {
    throw new RangeError(
      `${caller}: ${name} has ${matrix.frames} rows and ${matrix.bins} columns; it must be square, each frame against each.`,
    );
  }
  rowsOf(matrix, name, caller);
}
