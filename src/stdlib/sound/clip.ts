import type { NoteInput } from "../../music/symbolic/note.ts";
import type { Instrument, InstrumentName } from "../../music/synthesis/instruments.ts";

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

/** Notes, and what plays them. */
export interface PlayedNotes {
  /** The notes, each with onset, offset and midi or hz. */
  notes: readonly NoteInput[];
  /** An instrument of `music.render`; default "piano". */
  instrument?: InstrumentName | Instrument;
}

/** A file that a notebook has, as `FileAttachment` gives it. */
export interface SoundFile {
  name: string;
  blob(): Promise<Blob>;
}

/** Anything that can be heard: a clip, samples, notes, or a sound file. */
export type Audible = Clip | Samples | PlayedNotes | readonly NoteInput[] | Blob | SoundFile;

export function isNotes(source: object): source is PlayedNotes | readonly NoteInput[] {
  return Array.isArray(source) || "notes" in source;
}
