import type { Note } from "./score.ts";

// Strokes closer than this are heard as one (and are one onset in the usual reference sets).
const TOGETHER_SECONDS = 0.03;

/** When something begins: notes that begin within 30 ms of the first of them are one onset, at their mean time. */
export function onsetsOf(notes: Note[]): number[] {
  const times = notes.map(({ onset }) => onset).sort((a, b) => a - b);
  const onsets: number[] = [];
  for (let i = 0; i < times.length; ) {
    const together = times.filter((time, j) => j >= i && time - times[i] <= TOGETHER_SECONDS);
    onsets.push(together.reduce((sum, time) => sum + time, 0) / together.length);
    i += together.length;
  }
  return onsets;
}
