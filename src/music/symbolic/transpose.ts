import { midiToHz } from "./hz-to-midi.ts";
import { completeNotes, type Note, type NoteInput } from "./note.ts";

/**
 * The same notes, so many semitones higher, or lower below 0; a fraction is allowed. Throws when a note is not whole
 * or `semitones` is no number.
 *
 * @param notes notes, each with onset, offset and midi or hz
 * @param semitones how far
 * @example
 * const tune = music.melody(["C4", "D4", "E4"]);
 * music.transpose(tune, 7).map(({midi}) => music.midiToNote(midi))
 */
export function transpose(notes: readonly NoteInput[], semitones: number): Note[] {
  if (!Number.isFinite(semitones)) {
    throw new RangeError(`transpose: semitones is ${semitones}; it must be a number, such as 7 for a fifth.`);
  }
  const ratio = midiToHz(69 + semitones) / 440;
  return completeNotes(notes, "transpose").map((note) => ({
    ...note,
    midi: note.midi + semitones,
    hz: note.hz * ratio,
  }));
}
