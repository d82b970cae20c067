/** A note of a tune; times in beats (quarter notes). */
export type TuneNote = { onset: number; duration: number; midi: number };

/** A melody as its package has it. What the package does not say is null. */
export type SourceTune = {
  /** The package, and the name or number that the tune has in it. */
  source: string;
  name: string;
  key: string | null;
  meter: string | null;
  notes: TuneNote[];
};

/** A tune that has ended where the next one would begin. */
export function lengthInBeats(notes: readonly TuneNote[]): number {
  return notes.reduce((end, { onset, duration }) => Math.max(end, onset + duration), 0);
}
