import { requireWhole } from "../base/signal.ts";
import { completeNotes, inOrder, type NoteInput } from "./note.ts";

/**
 * The steps of a melody in semitones, from each note to the next in the order of their onsets: what stays when a tune
 * is sung higher. Throws when a note is not right.
 *
 * @param notes notes, each with onset, offset and midi or hz
 * @example
 * music.melodicIntervals(music.melody(["C4", "D4", "E4", "C4"]))
 */
export function melodicIntervals(notes: readonly NoteInput[]): number[] {
  const pitches = inOrder(completeNotes(notes, "melodicIntervals")).map(({ midi }) => midi);
  return pitches.slice(1).map((midi, i) => midi - pitches[i]);
}

/**
 * How long each note lasts until the next one begins, against the note before: 1 for the same length, 2 for twice as
 * long, the last one until it ends. What stays when a tune is played faster. Notes that begin together count once.
 * Throws when a note is not right.
 *
 * @param notes notes, each with onset, offset and midi or hz
 * @example
 * music.durationRatios(music.melody(["C4", "D4", "E4", "C4"], {beats: [1, 1, 2, 1]}))
 */
export function durationRatios(notes: readonly NoteInput[]): number[] {
  const complete = inOrder(completeNotes(notes, "durationRatios"));
  const onsets = [...new Set(complete.map(({ onset }) => onset))];
  const end = complete.reduce((latest, { offset }) => Math.max(latest, offset), 0);
  const durations = onsets.map((onset, i) => (onsets[i + 1] ?? end) - onset).filter((length) => length > 0);
  return durations.slice(1).map((length, i) => length / durations[i]);
}

/**
 * All runs of n neighbours of a sequence, in order: intervals, durations, chord labels, words. None when it is shorter
 * than n. Throws when n is not a whole number of at least 1.
 *
 * @param sequence anything in a row
 * @param n how many stand together
 * @example
 * music.ngrams(music.melodicIntervals(music.melody(["C4", "D4", "E4", "C4"])), 2)
 */
export function ngrams<T>(sequence: ArrayLike<T>, n: number): T[][] {
  requireWhole(n, 1, "n", "ngrams");
  if (!(sequence?.length >= 0)) throw new TypeError(`ngrams: sequence is ${sequence}; it must be a list.`);
  const items = Array.from(sequence);
  return Array.from({ length: Math.max(0, items.length - n + 1) }, (_, i) => items.slice(i, i + n));
}
