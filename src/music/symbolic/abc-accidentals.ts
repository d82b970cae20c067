import type { GridNote } from "./abc-grid.ts";
import { fifthsOf, type Spelling, spelled } from "./spelling.ts";

const SIGNS: Record<number, string> = { [-2]: "__", [-1]: "_", 0: "=", 1: "^", 2: "^^" };
/** What a reader will make of a note without a sign cannot be said. */
const UNKNOWN = Number.NaN;

/**
 * How each note is spelled: as the key has it or near it (from b2 to #4), but two notes that sound together not on one
 * line of the staff, where it can be helped: G and G# become G and Ab, so that each can have a tie of its own.
 */
export function spellNotes(notes: readonly GridNote[], signature: number): Map<GridNote, Spelling> {
  const spellings = new Map<GridNote, Spelling>();
  let sounding: GridNote[] = [];
  for (const note of notes) {
    sounding = sounding.filter(({ end }) => end > note.first);
    // Five flats' way below the tonic of the major key and six above it; then the same with other names.
    const candidates = [-5, -17, 7]
      .map((first) => spelled(note.midi, signature + first))
      .filter(({ alteration }) => SIGNS[alteration] !== undefined);
    const taken = sounding.map((other) => letterOf(spellings.get(other)!));
    spellings.set(note, candidates.find((one) => !taken.includes(letterOf(one))) ?? candidates[0]);
    sounding.push(note);
  }
  return spellings;
}

/** Writes pitches in ABC notation, each with an accidental where it needs one. */
export class AbcPitchWriter {
  private readonly spellings: ReadonlyMap<GridNote, Spelling>;
  private readonly signature: number;
  private readonly inBar = new Map<string, number>();

  constructor(spellings: ReadonlyMap<GridNote, Spelling>, signature: number) {
    this.spellings = spellings;
    this.signature = signature;
  }

  /** Accidentals hold until here. */
  barLine(): void {
    this.inBar.clear();
  }

  /**
   * The pitch of a note. `continued` says that a tie leads to it: some readers count an accidental that is written again there,
   * and some do not.
   */
  write(note: GridNote, continued: boolean): string {
    const spelling = this.spellings.get(note)!;
    const { letter, alteration, octave } = spelling;
    // Readers differ in whether an accidental holds in other octaves, too: written is what any of them needs.
    const places = [letter, `${letter}${octave}`];
    const isPlain = places.every((place) => (this.inBar.get(place) ?? this.ofKey(letter)) === alteration);
    if (!isPlain) for (const place of places) this.inBar.set(place, continued ? UNKNOWN : alteration);
    return (isPlain ? "" : SIGNS[alteration]) + letterOf(spelling);
  }

  /** The accidental that a letter has in the key: its notes are seven neighbours on the line of fifths. */
  private ofKey(letter: string): number {
    return Math.ceil((this.signature - 1 - fifthsOf(letter, 0)) / 7);
  }
}

/** Capitals from middle C on, small letters from the octave above; commas and apostrophes for further octaves. */
function letterOf({ letter, octave }: Spelling): string {
  if (octave < 5) return letter + ",".repeat(4 - octave);
  return letter.toLowerCase() + "'".repeat(octave - 5);
}
