/** A pitch as it is written. */
export type Spelling = {
  /** A letter from A to G. */
  letter: string;
  /** Sharps, or flats as a negative number. */
  alteration: number;
  /** The octave of the letter, not of the key on the piano: B#3 is middle C. */
  octave: number;
};

// Every name is a place on the line of fifths … Bb F C G D A E B F# …, with C at 0; twelve in a row name every pitch.
const LETTERS = "FCGDAEB";
const NATURALS: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** Where the twelve names begin that have sharps only (F … A#), and those with flats only (Gb … B). */
export const SHARP_NAMES = -1;
export const FLAT_NAMES = -6;

/** The spelling of a whole MIDI number with one of the twelve names from `first` on along the line of fifths. */
export function spelled(midi: number, first: number): Spelling {
  const fifths = first + modulo(7 * midi - first, 12);
  const letter = LETTERS[modulo(fifths + 1, 7)];
  const alteration = Math.floor((fifths + 1) / 7);
  return { letter, alteration, octave: (midi - alteration - NATURALS[letter]) / 12 - 1 };
}

/** The place on the line of fifths of a letter with sharps or flats. */
export function fifthsOf(letter: string, alteration: number): number {
  return LETTERS.indexOf(letter) - 1 + 7 * alteration;
}

/** The name of a place on the line of fifths. */
export function nameOfFifths(fifths: number): string {
  const alteration = Math.floor((fifths + 1) / 7);
  return LETTERS[modulo(fifths + 1, 7)] + (alteration < 0 ? "b" : "#").repeat(Math.abs(alteration));
}

/** The remainder that is never negative. */
export function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
