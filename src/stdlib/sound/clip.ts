/** A sound in a file, or a part of one: many short sounds may lie in one file, one after the other. */
export interface Clip {
  url: string;
  /** Where it starts in the file, in seconds; default at its beginning. */
  start?: number;
  /** How long it is, in seconds; default to the file's end. */
  duration?: number;
}

/** A sound as numbers: samples between -1 and 1, mono, and how many there are a second. */
export interface Samples {
  y: Float32Array | Float64Array;
  sr: number;
}

/** Anything that can be heard. */
export type Audible = Clip | Samples;

export function isClip(source: Audible): source is Clip {
  return "url" in source;
}
