import type { RandomState } from "../../src/learn/random-state.ts";
import type { Instrument } from "./instruments.ts";
import type { Note } from "./score.ts";

/** How the notes of a phrase follow each other. */
export type Articulation = "legato" | "detached" | "staccato";

const HELD_SHARE: Record<Articulation, number> = { legato: 1, detached: 0.8, staccato: 0.45 };
const SCALES = [
  [0, 2, 4, 5, 7, 9, 11],
  [0, 2, 3, 5, 7, 8, 10],
  [0, 2, 4, 7, 9],
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
];
const BEATS = [0.5, 0.5, 1, 1, 1, 1.5, 2];
const SHORTEST_SECONDS = 0.11;
const REST_CHANCE = 0.15;
const JITTER_SECONDS = 0.006;
// Low notes speak late, and nobody plays them fast.
const LOW_KEY = 40;
const LOW_SHORTEST_SECONDS = 0.25;

export type PhraseOptions = {
  seconds: number;
  articulation: Articulation;
  /** Quarters a minute. */
  bpm: number;
  /** Every key of the instrument may come, not only a register of two octaves. */
  wholeRange?: boolean;
};

/** One line of music on channel 0: mostly steps of a scale, some leaps, some rests, a human's timing and dynamics. */
export function phrase(
  { low, high }: Instrument,
  { seconds, articulation, bpm, wholeRange = false }: PhraseOptions,
  random: RandomState,
): Note[] {
  const scale = random.choice(SCALES);
  const tonic = random.integers(0, 12);
  const span = wholeRange ? high - low : Math.min(high - low, 24);
  const bottom = low + (span < high - low ? random.integers(0, high - low - span + 1) : 0);
  const keys = Array.from({ length: span + 1 }, (_, i) => bottom + i).filter((key) =>
    scale.includes((key - tonic + 120) % 12),
  );
  const beat = 60 / bpm;
  const notes: Note[] = [];
  let at = random.integers(0, keys.length);
  let time = 0.3;
  while (time < seconds - 1) {
    const midi = keys[at];
    const shortest = midi < LOW_KEY ? LOW_SHORTEST_SECONDS : SHORTEST_SECONDS;
    const length = Math.max(shortest, beat * random.choice(BEATS));
    if (random.random() < REST_CHANCE && notes.length > 0) {
      time += length;
      continue;
    }
    const end = Math.min(seconds - 0.7, time + length);
    const onset = Math.max(0, time + JITTER_SECONDS * random.normal());
    const offset = Math.max(onset + 0.06, onset + (end - time) * HELD_SHARE[articulation]);
    notes.push({ channel: 0, midi, onset, offset, velocity: random.integers(50, 116) });
    time += length;
    at = next(at, keys.length, wholeRange, random);
  }
  return monophonic(notes);
}

function next(at: number, count: number, wholeRange: boolean, random: RandomState): number {
  const leap = random.random() < (wholeRange ? 0.4 : 0.2);
  const step = leap ? random.integers(3, wholeRange ? 12 : 8) : random.integers(1, 3);
  const to = at + (random.random() < 0.5 ? step : -step);
  if (to >= 0 && to < count) return to;
  return Math.max(0, Math.min(count - 1, 2 * at - to));
}

/** Nothing sounds into the next note: a line is one voice. */
function monophonic(notes: Note[]): Note[] {
  return notes.map((note, i) =>
    i + 1 < notes.length ? { ...note, offset: Math.min(note.offset, notes[i + 1].onset) } : note,
  );
}
