export { chordMidi, chordNotes } from "./chord-notes.ts";
export { centsBetween, hzToMidi, midiToHz, type TuningOptions } from "./hz-to-midi.ts";
export { intervalBetween, intervalSemitones, transposeNote } from "./interval.ts";
export { type Key, splitKey } from "./key.ts";
export { type MelodyOptions, type MelodyStep, melody } from "./melody.ts";
export type { MidiPart } from "./midi-part-events.ts";
export type { MidiSettings } from "./midi-settings.ts";
export { nameChord } from "./name-chord.ts";
export { durationRatios, melodicIntervals, ngrams } from "./ngrams.ts";
export type { Note, NoteInput } from "./note.ts";
export { hzToNote, midiToNote, type NoteNameOptions, noteToHz, noteToMidi } from "./note-name.ts";
export { type PianoRollOptions, pianoRoll } from "./piano-roll.ts";
export { intervalVector, pitchClassSet, primeForm } from "./pitch-class-set.ts";
export { type QuantizeOptions, quantizeNotes } from "./quantize-notes.ts";
export { type AbcTune, readAbc } from "./read-abc.ts";
export { type MidiFile, type MidiTrack, readMidi } from "./read-midi.ts";
export { chordOfNumeral, type HarmonicRole, harmonicRole, romanNumeral } from "./roman-numeral.ts";
export { nearestInScale, scaleNames, scaleNotes } from "./scale.ts";
export { splitAbc } from "./split-abc.ts";
export {
  beatsToSeconds,
  secondsToBeats,
  type Tempo,
  type TempoChange,
  tempoFromBeats,
  tempoMap,
} from "./tempo-map.ts";
export { transpose } from "./transpose.ts";
export { type WriteAbcOptions, writeAbc } from "./write-abc.ts";
export { type WriteMidiOptions, writeMidi } from "./write-midi.ts";
