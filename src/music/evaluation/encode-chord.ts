import { chordParts } from "./chord-label.ts";

/** A chord as numbers. */
export type EncodedChord = {
  /** The root in semitones above C; −1 for no chord, and for X. */
  root: number;
  /** For each of the 12 semitones above the root, whether it sounds (1 or 0); all −1 for X. */
  semitones: number[];
  /** The bass in semitones above the root; −1 for no chord, and for X. */
  bass: number;
};

const naturals: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };
const degreeSemitones = [0, 2, 4, 5, 7, 9, 11, 12, 14, 16, 17, 19, 21];

const seventh = [0, 4, 7, 10];
const minorSeventh = [0, 3, 7, 10];
const majorSeventh = [0, 4, 7, 11];
/** The semitones of each quality; what is above the seventh comes in with `reduceExtendedChords` only. */
export const qualities: Record<string, number[]> = {
  maj: [0, 4, 7],
  min: [0, 3, 7],
  aug: [0, 4, 8],
  dim: [0, 3, 6],
  sus4: [0, 5, 7],
  sus2: [0, 2, 7],
  7: seventh,
  maj7: majorSeventh,
  min7: minorSeventh,
  minmaj7: [0, 3, 7, 11],
  maj6: [0, 4, 7, 9],
  min6: [0, 3, 7, 9],
  dim7: [0, 3, 6, 9],
  hdim7: [0, 3, 6, 10],
  9: seventh,
  maj9: majorSeventh,
  min9: minorSeventh,
  11: seventh,
  min11: minorSeventh,
  13: seventh,
  maj13: majorSeventh,
  min13: minorSeventh,
  1: [0],
  5: [0, 7],
  "": [],
};

/**
 * A chord label as numbers (mir_eval.chord.encode): "A#:min" and "Bb:min" are the same. Degrees of an octave or more
 * count only with `reduceExtendedChords`, folded into one octave; default false.
 *
 * Throws when the label is none, or has a quality that no rule compares (aug7, maj11).
 *
 * @param label such as "C", "A#:min7", "Db:maj(9)/3" or "N"
 * @param reduceExtendedChords true: chords above the seventh become degrees; default false
 * @example
 * music.encodeChord("A#:min/b3")
 */
export function encodeChord(label: string, reduceExtendedChords = false): EncodedChord {
  return encodedChord(label, reduceExtendedChords, "encodeChord");
}

/** The same, for `caller`. */
export function encodedChord(label: string, reduceExtendedChords: boolean, caller: string): EncodedChord {
  if (label === "N") return { root: -1, semitones: new Array<number>(12).fill(0), bass: -1 };
  if (label === "X") return { root: -1, semitones: new Array<number>(12).fill(-1), bass: -1 };
  const { root, quality, scaleDegrees, bass } = chordParts(label, reduceExtendedChords, caller);
  const chord = qualities[quality];
  if (chord === undefined) {
    throw new RangeError(
      `${caller}: "${label}" has the quality ${quality}, for which there are no rules; write the chord as degrees, as in C:(3,#5,b7).`,
    );
  }
  const votes = new Array<number>(12).fill(0);
  for (const semitone of chord) votes[semitone] = 1;
  votes[0] = 1;
  for (const scaleDegree of scaleDegrees) {
    const omitted = scaleDegree.startsWith("*");
    const semitone = degreeToSemitone(omitted ? scaleDegree.slice(1) : scaleDegree);
    if (semitone < 12 || reduceExtendedChords) votes[modulo12(semitone)] += omitted ? -1 : 1;
  }
  const bassSemitone = modulo12(degreeToSemitone(bass));
  const semitones = votes.map((vote) => Number(vote > 0));
  semitones[bassSemitone] = 1;
  return { root: modulo12(naturals[root[0]] + accidentals(root)), semitones, bass: bassSemitone };
}

function degreeToSemitone(degree: string): number {
  return degreeSemitones[Number(degree.replace(/^[b#]*/, "")) - 1] + accidentals(degree);
}

/** Sharps less flats. */
function accidentals(text: string): number {
  return text.split("#").length - text.split("b").length;
}

function modulo12(semitones: number): number {
  return ((semitones % 12) + 12) % 12;
}
