import { noteF } from "../../../music/evaluation/note-f.ts";
import { completeNotes, type NoteInput } from "../../../music/symbolic/note.ts";

/** A note of a piano roll. */
export interface RollNote {
  onset: number;
  offset: number;
  midi: number;
  velocity: number;
  /** Right, not found, or not there in truth; "plain" where the truth is not known. */
  kind: "plain" | "right" | "missed" | "false";
  /** Its place among the notes that were found, or among the true ones if it was missed. */
  index: number;
}

/** How notes are told right from wrong. */
export interface CompareNotesOptions {
  /** The farthest that an onset may be from the true one, in seconds; default 0.05. */
  onsetTolerance?: number;
  /** The farthest that an end may be, as a part of the true note's length; default null: ends do not count. */
  offsetRatio?: number | null;
}

const shortestSeconds = 1e-3;

/** The notes of both lists that a roll shows, in order of time: those found, each right or false, and those missed. */
export function compareNotes(
  owner: string,
  notes: readonly NoteInput[],
  truth: readonly NoteInput[] | undefined,
  { onsetTolerance = 0.05, offsetRatio = null }: CompareNotesOptions = {},
): RollNote[] {
  const found = completeNotes(notes, owner);
  if (truth === undefined) return inTime(found.map((note, index) => ({ ...note, kind: "plain", index })));
  const right = completeNotes(truth, owner);
  // A note that ends where it begins is no interval to compare: it counts as very short.
  const long = (list: typeof found) =>
    list.map((note) => ({ ...note, offset: Math.max(note.offset, note.onset + shortestSeconds) }));
  const { matching } = noteF(long(right), long(found), { onsetTolerance, offsetRatio, steps: true });
  const wrong = new Set(matching.false);
  return inTime([
    ...found.map((note, index) => ({ ...note, kind: wrong.has(index) ? "false" : "right", index }) as const),
    ...matching.missed.map((index) => ({ ...right[index]!, kind: "missed", index }) as const),
  ]);
}

function inTime(notes: readonly RollNote[]): RollNote[] {
  return notes.toSorted((a, b) => a.onset - b.onset || a.midi - b.midi);
}
