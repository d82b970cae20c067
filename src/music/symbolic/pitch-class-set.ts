import { midiOf } from "./note-name.ts";
import { modulo } from "./spelling.ts";

/**
 * The pitch classes of some notes, each once, in ascending order: 0 for C to 11 for B. Throws when one is no note.
 *
 * @param notes names, with octaves or without, or MIDI numbers
 * @example
 * music.pitchClassSet(["G4", "C5", "E5", "C6"])
 */
export function pitchClassSet(notes: readonly (string | number)[]): number[] {
  return classesOf(notes, "pitchClassSet");
}

function classesOf(notes: readonly (string | number)[], caller: string): number[] {
  if (!Array.isArray(notes)) {
    throw new TypeError(`${caller}: notes must be a list of names or MIDI numbers, such as ["C", "E", "G"].`);
  }
  const classes = notes.map((note, i) => {
    if (typeof note === "string") return midiOf(note, caller);
    if (Number.isFinite(note)) return note;
    throw new RangeError(`${caller}: notes[${i}] is ${note}; it must be a name or a MIDI number.`);
  });
  return [...new Set(classes.map((midi) => modulo(Math.round(midi), 12)))].sort((a, b) => a - b);
}

/**
 * How often each interval stands between two notes of a set: six counts, of 1 to 6 semitones (Forte, The Structure of
 * Atonal Music, 1973). Throws when one is no note.
 *
 * @param notes names, with octaves or without, or MIDI numbers
 * @example
 * music.intervalVector(["C", "D", "E", "F", "G", "A", "B"])
 */
export function intervalVector(notes: readonly (string | number)[]): number[] {
  const classes = classesOf(notes, "intervalVector");
  const counts = new Array<number>(6).fill(0);
  for (const [i, low] of classes.entries()) {
    for (const high of classes.slice(i + 1)) counts[Math.min(high - low, 12 - high + low) - 1]++;
  }
  return counts;
}

/**
 * The prime form of a set: what stays the same however it is transposed or turned upside down, as semitones from 0,
 * packed most closely to the left (Rahn, Basic Atonal Theory, 1980). Major and minor triads are both 0, 3, 7. Throws
 * when one is no note.
 *
 * @param notes names, with octaves or without, or MIDI numbers
 * @example
 * [music.primeForm(["C", "E", "G"]), music.primeForm(["A", "C", "E"]), music.primeForm(["C", "E", "G", "Bb"])]
 */
export function primeForm(notes: readonly (string | number)[]): number[] {
  const classes = classesOf(notes, "primeForm");
  const inverted = classes.map((pitchClass) => modulo(-pitchClass, 12)).sort((a, b) => a - b);
  const forms = [classes, inverted].flatMap(rotationsFromZero);
  return forms.reduce((best, form) => (isMorePacked(form, best) ? form : best), forms[0] ?? []);
}

function rotationsFromZero(classes: number[]): number[][] {
  return classes.map((first, i) =>
    [...classes.slice(i), ...classes.slice(0, i)].map((pitchClass) => modulo(pitchClass - first, 12)),
  );
}

/** Whether a form is narrower than another; of equals the last note but one decides, and so on to the left. */
function isMorePacked(form: number[], other: number[]): boolean {
  const differs = form.findLastIndex((semitone, i) => semitone !== other[i]);
  return differs >= 0 && form[differs] < other[differs];
}
