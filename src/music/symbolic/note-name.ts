import { note as parseNote } from "tonal";
import { hzToMidi, midiToHz, type TuningOptions } from "./hz-to-midi.ts";
import { keyParts } from "./key.ts";
import { FLAT_NAMES, SHARP_NAMES, spelled } from "./spelling.ts";

/** How the twelve pitches of an octave are written. */
export type NoteNameOptions = {
  /** Whether black keys are sharps or flats. Default "sharp". */
  accidentals?: "sharp" | "flat";
  /** A key such as "Eb major", whose own names are used instead. */
  key?: string;
  /** Whether the octave stands behind the name. Default true. */
  octave?: boolean;
  /** Whether what is left over in cents stands behind it, as in "A4+12". Default false. */
  cents?: boolean;
};

/**
 * The MIDI number of a note's name (librosa.note_to_midi): a letter, any number of accidentals (#, b, x, ♯, ♭), an
 * octave, and perhaps cents, as in "C4", "Bb-1", "F##5", "A4+12". C4 is middle C, 60; without an octave it is octave
 * 0. Throws when it is no such name.
 *
 * @param name a note's name
 * @example
 * ["C4", "Eb4", "F##5", "A4+12"].map(music.noteToMidi)
 */
export function noteToMidi(name: string): number {
  return midiOf(name, "noteToMidi");
}

/** {@link noteToMidi}, for a caller whose name the errors bear. */
export function midiOf(name: string, caller: string): number {
  const [, plain, cents] = /^\s*(.*?)([+-]\d+(?:\.\d+)?)?\s*$/.exec(
    // "C-1" is an octave, "C4-1" an octave and a cent: only what stands behind an octave are cents.
    typeof name === "string" ? name.replaceAll("♯", "#").replaceAll("♭", "b") : "",
  ) ?? ["", "", ""];
  const hasOctave = /\d$/.test(plain);
  const parsed = parseNote(hasOctave ? plain : plain + (cents ?? "0"));
  if (parsed.empty || !Number.isFinite(parsed.height)) {
    throw new RangeError(
      `${caller}: ${JSON.stringify(name)} is no note; write a letter from A to G, sharps or flats, and an octave, as in "C4" or "Bb3".`,
    );
  }
  return parsed.height + (hasOctave ? Number(cents ?? 0) / 100 : 0);
}

/**
 * The name of a MIDI number, rounded to the nearest semitone (librosa.midi_to_note). Throws when it is no number.
 *
 * @param midi a MIDI number, which may have a fraction
 * @example
 * [61, 63, 66].map((midi) => [music.midiToNote(midi), music.midiToNote(midi, {key: "Eb major"})])
 */
export function midiToNote(midi: number, options: NoteNameOptions = {}): string {
  return nameOf(midi, options, "midiToNote");
}

/** {@link midiToNote}, for a caller whose name the errors bear. */
export function nameOf(midi: number, options: NoteNameOptions, caller: string): string {
  const { accidentals = "sharp", key, octave = true, cents = false } = options;
  if (!(Math.abs(midi) <= 1000)) {
    throw new RangeError(`${caller}: midi is ${midi}; it must be a MIDI number, such as 60 for C4.`);
  }
  if (accidentals !== "sharp" && accidentals !== "flat") {
    throw new RangeError(`${caller}: accidentals is "${accidentals}"; it must be "sharp" or "flat".`);
  }
  const ofAccidentals = accidentals === "sharp" ? SHARP_NAMES : FLAT_NAMES;
  const first = key === undefined ? ofAccidentals : keyParts(key, caller).signature - 5;
  const nearest = Math.round(midi);
  const { letter, alteration, octave: number } = spelled(nearest, first);
  const sign = (alteration < 0 ? "b" : "#").repeat(Math.abs(alteration));
  const left = Math.round(100 * (midi - nearest));
  return letter + sign + (octave ? number : "") + (cents ? `${left < 0 ? "-" : "+"}${Math.abs(left)}` : "");
}

/**
 * The frequency in Hz of a note's name (librosa.note_to_hz). Throws when it is no name, as `noteToMidi` does.
 *
 * @param name a note's name
 * @example
 * ["A3", "C4", "A4"].map((name) => music.noteToHz(name))
 */
export function noteToHz(name: string, options: TuningOptions = {}): number {
  return midiToHz(midiOf(name, "noteToHz"), options);
}

/**
 * The name of the note that is nearest to a frequency (librosa.hz_to_note). Throws when it is not above 0.
 *
 * @param hz a frequency in Hz
 * @example
 * music.hzToNote(450, {cents: true}) // an A, 39 cents sharp
 */
export function hzToNote(hz: number, options: NoteNameOptions & TuningOptions = {}): string {
  return nameOf(hzToMidi(hz, options), options, "hzToNote");
}
