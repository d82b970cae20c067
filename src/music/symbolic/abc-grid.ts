import { completeNotes, inOrder, type NoteInput } from "./note.ts";
import { beatOf, type TempoChange } from "./tempo-map.ts";

/** Parts of a quarter note in which lengths are counted here: sixty-fourths and triplets of thirty-seconds are whole. */
export const QUARTER = 48;
/** The least length that is written without a triplet. */
export const LEAST = 3;

/** A note on the grid. */
export type GridNote = { midi: number; first: number; end: number };

/** What sounds from one place to another. */
export type Span = {
  first: number;
  end: number;
  /** The notes, from low to high. */
  notes: GridNote[];
  /** Whether it lies in a beat that is divided in three. */
  inThree: boolean;
};

/** Notes moved to the nearest lines of a grid, none over another on one pitch. */
export function gridNotes(
  notes: readonly NoteInput[],
  map: readonly TempoChange[],
  division: number,
  caller: string,
): GridNote[] {
  const step = QUARTER / division;
  const place = (seconds: number) => Math.max(0, step * Math.round(division * beatOf(seconds, map)));
  const placed = inOrder(completeNotes(notes, caller)).map(({ onset, offset, midi }) => {
    const first = place(onset);
    return { midi: Math.round(midi), first, end: Math.max(first + step, place(offset)) };
  });
  const last = new Map<number, GridNote>();
  for (const note of placed) {
    const before = last.get(note.midi);
    if (before) before.end = Math.min(before.end, note.first);
    last.set(note.midi, note);
  }
  return placed.filter(({ first, end }) => end > first);
}

/**
 * Everything from the first bar to the end of the last as spans in which the same notes sound, cut where notes begin
 * or end, at bar lines, and around beats that are divided in three because halving does not lead to all their places.
 */
export function spansOf(notes: readonly GridNote[], bar: number): Span[] {
  const latest = notes.reduce((most, { end }) => Math.max(most, end), 1);
  const cuts = new Set(notes.flatMap(({ first, end }) => [first, end]));
  const beatsInThree = new Set<number>();
  for (const cut of [...cuts]) {
    if ((cut % bar) % LEAST === 0) continue;
    const [first, end] = beatAround(cut, bar);
    beatsInThree.add(first);
    cuts.add(first).add(end);
  }
  for (let line = 0; line < latest + bar; line += bar) cuts.add(line);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((end, i) => {
    const first = sorted[i];
    const sounding = notes.filter((note) => note.first <= first && note.end >= end);
    return { first, end, notes: sounding, inThree: beatsInThree.has(beatAround(first, bar)[0]) };
  });
}

/** The quarter note around a place, counted from its bar line; the last of a bar may be shorter. */
function beatAround(place: number, bar: number): [first: number, end: number] {
  const line = place - (place % bar);
  const first = line + QUARTER * Math.floor((place - line) / QUARTER);
  return [first, Math.min(first + QUARTER, line + bar)];
}
