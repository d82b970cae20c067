/** How a note goes on: held at its level for as long as the key is down, or dying away from its start. */
export type Kind = "sustained" | "plucked";

/** An instrument of General MIDI and the notes played on it: program from 0, MIDI keys from `low` to `high`. */
export type Instrument = { name: string; kind: Kind; program: number; low: number; high: number };

/** The twelve instruments. Keys are those that players reach with ease. */
export const INSTRUMENTS: Instrument[] = [
  { name: "piano", kind: "plucked", program: 0, low: 28, high: 98 },
  { name: "harpsichord", kind: "plucked", program: 6, low: 36, high: 86 },
  { name: "guitar", kind: "plucked", program: 24, low: 40, high: 83 },
  { name: "harp", kind: "plucked", program: 46, low: 31, high: 98 },
  { name: "marimba", kind: "plucked", program: 12, low: 45, high: 93 },
  { name: "organ", kind: "sustained", program: 19, low: 36, high: 96 },
  { name: "violin", kind: "sustained", program: 40, low: 55, high: 96 },
  { name: "cello", kind: "sustained", program: 42, low: 36, high: 76 },
  { name: "trumpet", kind: "sustained", program: 56, low: 54, high: 86 },
  { name: "saxophone", kind: "sustained", program: 65, low: 49, high: 81 },
  { name: "clarinet", kind: "sustained", program: 71, low: 50, high: 91 },
  { name: "flute", kind: "sustained", program: 73, low: 60, high: 96 },
];

const NOTES = 30;
const VELOCITIES = [60, 85, 110];

/** A note to be played. */
export type PlayedNote = { midi: number; velocity: number };

/** Thirty keys of an instrument, evenly from the lowest to the highest; soft, medium and hard by turns. */
export function notesOf({ low, high }: Instrument): PlayedNote[] {
  return Array.from({ length: NOTES }, (_, i) => ({
    midi: Math.round(low + ((high - low) * i) / (NOTES - 1)),
    velocity: VELOCITIES[i % VELOCITIES.length],
  }));
}
