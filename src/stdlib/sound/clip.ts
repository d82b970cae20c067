import { shown } from "../../learn/base/shown.ts";

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
  /** The samples. */
  y: Float32Array | Float64Array;
  /** Samples a second. */
  sr: number;
}

/** Anything that can be heard. */
export type Audible = Clip | Samples;

/** Throws, as soon as a sound is asked for and not only once it is played, unless it is one. */
export function checkAudible(source: unknown): asserts source is Audible {
  if (source === null) {
    throw new TypeError(
      "This sound cannot be played on a page: its recording may be measured but not shared.",
    );
  }
  const { url, y, sr } = Object(source) as Partial<Clip & Samples>;
  if (typeof url === "string" || ((ArrayBuffer.isView(y) || Array.isArray(y)) && typeof sr === "number"))
    return;
  throw new TypeError(
    `A sound must be a clip such as drums.clips[0], {url, start, duration}, or samples {y, sr} with sr their number a second, but it is ${shown(source)}.`,
  );
}

export function isClip(source: Audible): source is Clip {
  return "url" in source;
}
