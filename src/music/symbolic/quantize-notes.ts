import { requireWhole } from "../base/signal.ts";
import { completeNotes, type Note, type NoteInput } from "./note.ts";
import { beatOf, mapOf, secondsOf, type Tempo } from "./tempo-map.ts";

/** The grid that notes are moved to. */
export type QuantizeOptions = {
  /** Beats a minute, or a map of its changes. Default 120. */
  tempo?: Tempo;
  /** Lines of the grid a beat: 4 are sixteenths where a beat is a quarter, 3 are triplets. Default 4. */
  division?: number;
  /** How far a note is moved to its line, from 0 (not) to 1 (all the way). Default 1. */
  strength?: number;
};

/**
 * The same notes with their beginnings and ends moved to the nearest lines of a grid; a note that would vanish keeps
 * one division. Throws when a note or an option is not right.
 *
 * @param notes notes, each with onset, offset and midi or hz
 * @example
 * const played = [{onset: 0.02, offset: 0.47, midi: 60}, {onset: 0.53, offset: 0.71, midi: 62}];
 * music.quantizeNotes(played, {tempo: 120, division: 2}).map(({onset, offset}) => [onset, offset])
 */
export function quantizeNotes(notes: readonly NoteInput[], options: QuantizeOptions = {}): Note[] {
  const { tempo = 120, division = 4, strength = 1 } = options;
  requireWhole(division, 1, "division", "quantizeNotes");
  if (!(strength >= 0 && strength <= 1)) {
    throw new RangeError(`quantizeNotes: strength is ${strength}; it must be from 0 to 1.`);
  }
  const map = mapOf(tempo, "quantizeNotes");
  // Notes have no time before 0.
  const moved = (seconds: number, line: number) =>
    Math.max(0, seconds + strength * (secondsOf(line / division, map) - seconds));
  return completeNotes(notes, "quantizeNotes").map((note) => {
    const first = Math.round(division * beatOf(note.onset, map));
    const last = Math.max(first + 1, Math.round(division * beatOf(note.offset, map)));
    return { ...note, onset: moved(note.onset, first), offset: moved(note.offset, last) };
  });
}
