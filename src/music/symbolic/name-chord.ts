import { note as parseNote } from "tonal";
import { qualityDegrees, semitonesOf } from "./chord-notes.ts";
import { midiOf, nameOf } from "./note-name.ts";
import { modulo } from "./spelling.ts";

/** Each quality as its semitones above the root, in one octave; those of one note (1) and without a name come last. */
const qualities = Object.entries(qualityDegrees)
  .filter(([quality]) => quality !== "")
  .map(([quality, degrees]) => ({
    quality,
    degrees,
    semitones: new Set([0, ...degrees.map((degree) => semitonesOf(degree) % 12)]),
  }));

/**
 * The label of the chord that some notes make: "C:maj" for C, E and G in any order and octave, "C:maj/3" when E is the
 * lowest. Where two chords have the same notes, as C6 and Am7 have, it is the one on the lowest note. "N" for no notes,
 * "X" for notes that no label has. Throws when one of them is no note.
 *
 * @param notes names or MIDI numbers, the lowest first unless all have an octave
 * @example
 * [["E", "G", "C"], [57, 60, 64, 67], ["G4", "B3", "D4", "F4"]].map((notes) => music.nameChord(notes))
 */
export function nameChord(notes: readonly (string | number)[]): string {
  if (!Array.isArray(notes)) {
    throw new TypeError('nameChord: notes must be a list of names or MIDI numbers, such as ["C", "E", "G"].');
  }
  if (notes.length === 0) return "N";
  const pitches = notes.map((note) => pitchOf(note));
  const bass = pitches.every(({ octave }) => octave)
    ? pitches.toSorted((a, b) => a.midi - b.midi)[0]
    : pitches[0];
  const classes = new Set(pitches.map(({ midi }) => modulo(midi, 12)));
  for (let step = 0; step < 12; step++) {
    const root = modulo(bass.midi + step, 12);
    if (!classes.has(root)) continue;
    const above = new Set([...classes].map((pitchClass) => modulo(pitchClass - root, 12)));
    const found = qualities.find(
      ({ semitones }) =>
        semitones.size === above.size && [...above].every((semitone) => semitones.has(semitone)),
    );
    if (!found) continue;
    const { name } = pitches.find(({ midi }) => modulo(midi, 12) === root)!;
    const inBass = found.degrees.find((degree) => semitonesOf(degree) % 12 === modulo(-step, 12));
    return `${name}:${found.quality}${step === 0 ? "" : `/${inBass}`}`;
  }
  return "X";
}

function pitchOf(note: string | number): { midi: number; name: string; octave: boolean } {
  if (typeof note === "number") {
    const midi = Math.round(note);
    return { midi, name: nameOf(note, { octave: false }, "nameChord"), octave: true };
  }
  const midi = Math.round(midiOf(note, "nameChord"));
  return { midi, name: parseNote(note.trim()).pc, octave: /\d/.test(note) };
}
