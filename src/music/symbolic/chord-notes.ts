import { note as parseNote, transpose } from "tonal";
import { type ChordParts, chordParts } from "../evaluation/chord-label.ts";
import { midiOf } from "./note-name.ts";

/** What stands above the root in each quality (Harte 2010, §4.2). */
export const qualityDegrees: Record<string, string[]> = {
  maj: ["3", "5"],
  min: ["b3", "5"],
  dim: ["b3", "b5"],
  aug: ["3", "#5"],
  1: [],
  5: ["5"],
  sus2: ["2", "5"],
  sus4: ["4", "5"],
  maj6: ["3", "5", "6"],
  min6: ["b3", "5", "6"],
  7: ["3", "5", "b7"],
  maj7: ["3", "5", "7"],
  min7: ["b3", "5", "b7"],
  minmaj7: ["b3", "5", "7"],
  dim7: ["b3", "b5", "bb7"],
  hdim7: ["b3", "b5", "b7"],
  aug7: ["3", "#5", "b7"],
  9: ["3", "5", "b7", "9"],
  maj9: ["3", "5", "7", "9"],
  min9: ["b3", "5", "b7", "9"],
  11: ["3", "5", "b7", "9", "11"],
  maj11: ["3", "5", "7", "9", "11"],
  min11: ["b3", "5", "b7", "9", "11"],
  13: ["3", "5", "b7", "9", "11", "13"],
  maj13: ["3", "5", "7", "9", "11", "13"],
  min13: ["b3", "5", "b7", "9", "11", "13"],
  "": [],
};
const perfect = [1, 4, 5];

/**
 * The notes of a chord, spelled, from its bass up: of "A#:min" A#, C#, E#. Labels are those of `chords`, in the syntax
 * of Harte (2010): root, colon, quality, degrees more (or fewer: "*3") in parentheses, bass behind a stroke. "N" and
 * "X" have none. Throws when it is no chord label.
 *
 * @param label such as "C", "A#:min7" or "Db:maj(9)/3"
 * @example
 * ["C:maj", "A#:min", "G:7/3"].map(music.chordNotes)
 */
export function chordNotes(label: string): string[] {
  return notesOfChord(label, "chordNotes").map(({ name }) => name);
}

/**
 * A chord as MIDI numbers, from its bass up in close position, the bass in the octave that is given. Throws when it is
 * no chord label.
 *
 * @param label such as "C", "A#:min7" or "Db:maj(9)/3"
 * @example
 * ["C:maj", "A#:min", "G:7/3"].map((label) => music.chordMidi(label, {octave: 3}))
 */
export function chordMidi(
  label: string,
  {
    octave = 4,
  }: {
    /** The octave of the bass; middle C begins octave 4. Default 4. */
    octave?: number;
  } = {},
): number[] {
  if (!Number.isInteger(octave) || Math.abs(octave) > 20) {
    throw new RangeError(`chordMidi: octave is ${octave}; it must be a whole number, such as 4.`);
  }
  const found = notesOfChord(label, "chordMidi");
  if (found.length === 0) return [];
  const bass = midiOf(`${found[0].name}${octave}`, "chordMidi");
  return found.map(({ above }) => bass + above);
}

/** The pitch classes of a chord, from its bass up; none for "N" and "X". */
export function chordClasses(label: string, caller: string): number[] {
  return notesOfChord(label, caller).map(({ name }) => parseNote(name).chroma);
}

/** A note of a chord and how many semitones above the bass it sounds. */
type ChordNote = { name: string; above: number };

function notesOfChord(label: string, caller: string): ChordNote[] {
  const parts = chordParts(label, false, caller);
  if (parts.root === "N" || parts.root === "X") return [];
  const bass = semitonesOf(parts.bass);
  const notes = degreesOf(parts).map((degree): ChordNote => {
    // What would lie below the bass sounds an octave higher.
    let above = semitonesOf(degree) - bass;
    while (above < 0) above += 12;
    return { name: transpose(parts.root, intervalOf(degree)), above };
  });
  return notes.toSorted((a, b) => a.above - b.above);
}

/** The degrees of a chord, the bass among them, each once. */
function degreesOf({ quality, scaleDegrees, bass }: ChordParts): string[] {
  const omitted = scaleDegrees.filter((degree) => degree.startsWith("*")).map((degree) => degree.slice(1));
  const added = scaleDegrees.filter((degree) => !degree.startsWith("*"));
  const sounding = ["1", ...qualityDegrees[quality], ...added].filter((degree) => !omitted.includes(degree));
  return [...new Set([...sounding, bass])];
}

/** A degree such as "b7" as an interval such as "m7". */
function intervalOf(degree: string): string {
  const number = Number(degree.replace(/^[b#]*/, ""));
  const alteration = degree.startsWith("b") ? -degree.lastIndexOf("b") - 1 : degree.lastIndexOf("#") + 1;
  if (alteration > 0) return `${number}${"A".repeat(alteration)}`;
  if (perfect.includes(((number - 1) % 7) + 1)) return `${number}${"d".repeat(-alteration) || "P"}`;
  return `${number}${alteration === 0 ? "M" : "d".repeat(-alteration - 1) || "m"}`;
}

/** How many semitones a degree such as "b7" lies above the root. */
export function semitonesOf(degree: string): number {
  return parseNote(transpose("C4", intervalOf(degree))).height - 60;
}
