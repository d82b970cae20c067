import { midiToHz } from "./hz-to-midi.ts";

/** A note of a melody or a piece, as `transcribe` returns it and as every function here gives it. */
export type Note = {
  /** When it begins, in seconds. */
  onset: number;
  /** When it ends, in seconds. */
  offset: number;
  /** Its pitch as a MIDI number: 60 is middle C, 69 the A above it. */
  midi: number;
  /** Its pitch in Hz. */
  hz: number;
  /** How hard it is struck, from 0 to 1. */
  velocity: number;
};

/** A note as it is handed in: one of `midi` and `hz` is enough. */
export type NoteInput = {
  /** When it begins, in seconds. */
  onset: number;
  /** When it ends, in seconds. */
  offset: number;
  /** Its pitch as a MIDI number. Default: what `hz` says. */
  midi?: number;
  /** Its pitch in Hz. Default: what `midi` says, with 440 Hz for A4. */
  hz?: number;
  /** How hard it is struck, from 0 to 1. Default 0.8. */
  velocity?: number;
};

export const DEFAULT_VELOCITY = 0.8;

/**
 * The notes with all their fields, and whatever else they carry. Throws unless each begins at a time, ends no earlier,
 * has a pitch and a velocity between 0 and 1.
 */
export function completeNotes<T extends NoteInput>(notes: readonly T[], caller: string): (T & Note)[] {
  if (!Array.isArray(notes)) {
    throw new TypeError(
      `${caller}: notes must be a list of notes such as {onset: 0, offset: 0.5, midi: 60}, but it is ${typeof notes}.`,
    );
  }
  return notes.map((note: T, i) => completed(note, `notes[${i}]`, caller));
}

function completed<T extends NoteInput>(note: T, place: string, caller: string): T & Note {
  const { onset, offset, velocity = DEFAULT_VELOCITY } = Object(note) as T;
  if (!(onset >= 0 && onset < Infinity)) {
    throw new RangeError(`${caller}: ${place}.onset is ${onset}; it must be a time of 0 s or more.`);
  }
  if (!(offset >= onset && offset < Infinity)) {
    throw new RangeError(
      `${caller}: ${place}.offset is ${offset}; it must not be before the onset, ${onset} s.`,
    );
  }
  if (!(velocity >= 0 && velocity <= 1)) {
    throw new RangeError(`${caller}: ${place}.velocity is ${velocity}; it must be from 0 to 1.`);
  }
  return { ...note, ...pitchOf(note, place, caller), velocity };
}

function pitchOf({ midi, hz }: NoteInput, place: string, caller: string): { midi: number; hz: number } {
  if (midi === undefined && hz === undefined) {
    throw new RangeError(`${caller}: ${place} has no pitch; it needs midi or hz.`);
  }
  if (midi !== undefined && !(Math.abs(midi) <= 1000)) {
    throw new RangeError(`${caller}: ${place}.midi is ${midi}; it must be a MIDI number, such as 60 for C4.`);
  }
  if (hz !== undefined && !(hz > 0 && hz < Infinity)) {
    throw new RangeError(`${caller}: ${place}.hz is ${hz}; it must be a frequency above 0 Hz.`);
  }
  return { midi: midi ?? 69 + 12 * Math.log2(hz! / 440), hz: hz ?? midiToHz(midi!) };
}

/** Notes by their onset, and at one onset from low to high. */
export function inOrder<T extends Note>(notes: readonly T[]): T[] {
  return notes.toSorted((a, b) => a.onset - b.onset || a.midi - b.midi);
}
