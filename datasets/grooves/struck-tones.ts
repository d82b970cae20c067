import { tonesOf } from "./progression.ts";

// Players, and mma, come in a little before the beat.
const EARLY_SECONDS = 0.05;

/** How many of the three notes of its chord are struck in each bar, in any octave. */
export function struckTones(
  notes: { onset: number; midi: number }[],
  chords: number[],
  barSeconds: number,
): number[] {
  return chords.map((chord, bar) => {
    const start = bar * barSeconds - EARLY_SECONDS;
    const struck = notes.filter(({ onset }) => onset >= start && onset < start + barSeconds);
    return tonesOf(chord).filter((tone) => struck.some(({ midi }) => midi % 12 === tone)).length;
  });
}
