import { RandomState } from "../../src/learn/index.ts";

const PITCH_CLASSES = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

/** The 24 chords, as mma and musicians write them: major from C, then minor from Cm. */
export const CHORDS = [...PITCH_CLASSES, ...PITCH_CLASSES.map((name) => `${name}m`)];

/** The pitch classes of a chord of {@link CHORDS}: root, third and fifth. */
export function tonesOf(chord: number): number[] {
  return [0, chord < 12 ? 4 : 3, 7].map((above) => (chord + above) % 12);
}

// Semitones above the tonic, and whether the triad is minor.
const MAJOR_KEY: [number, boolean][] = [
  [0, false],
  [2, true],
  [4, true],
  [5, false],
  [7, false],
  [9, true],
];
const MINOR_KEY: [number, boolean][] = [
  [0, true],
  [3, false],
  [5, true],
  [7, true],
  [8, false],
  [10, false],
];

/** Triads of one key, drawn by the seed: the tonic first, never the same chord twice in a row. Places in {@link CHORDS}. */
export function progression(seed: number, bars: number): number[] {
  const random = new RandomState(seed);
  const tonic = random.integers(0, 12);
  const triads = random.integers(0, 2) === 0 ? MAJOR_KEY : MINOR_KEY;
  const degrees = [0];
  while (degrees.length < bars) {
    const next = random.integers(0, triads.length);
    if (next !== degrees.at(-1)) degrees.push(next);
  }
  return degrees.map((degree) => {
    const [above, minor] = triads[degree];
    return ((tonic + above) % 12) + (minor ? 12 : 0);
  });
}
