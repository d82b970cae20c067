import type { Bar, PieceNote } from "./read-piece.ts";

/** What is in a bar: how many notes begin, how long each pitch class sounds, and which bar was the first like it. */
export type BarContent = { notes: number; pitchClasses: number[]; sameAs: number };

const PITCH_CLASSES = 12;

/** The content of each bar of a piece; two bars are alike when the same notes begin at the same places. */
export function barContents(bars: readonly Bar[], notes: readonly PieceNote[]): BarContent[] {
  const first = new Map<string, number>();
  return bars.map(({ number, start, length }) => {
    const end = start + length;
    const beginning = notes.filter(({ onset }) => onset >= start && onset < end);
    const key = beginning
      .map(({ onset, duration, midi }) => `${onset - start},${duration},${midi}`)
      .join(" ");
    if (!first.has(key)) first.set(key, number);
    const pitchClasses = new Array<number>(PITCH_CLASSES).fill(0);
    for (const { onset, duration, midi } of notes) {
      const sounding = Math.min(end, onset + duration) - Math.max(start, onset);
      if (sounding > 0) pitchClasses[midi % PITCH_CLASSES] += sounding;
    }
    return { notes: beginning.length, pitchClasses, sameAs: first.get(key)! };
  });
}
