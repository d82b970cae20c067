import { DRUMS, type Note } from "./score.ts";

/** The strokes of General MIDI that patterns use, by a letter each. */
const STROKES: Record<string, number> = {
  k: 36,
  s: 38,
  x: 37,
  h: 42,
  o: 46,
  p: 44,
  r: 51,
  c: 49,
  l: 45,
  m: 47,
  t: 50,
  w: 56,
  v: 75,
  b: 70,
  g: 63,
  j: 64,
};

/** How hard a stroke is, by its sign. */
const STRENGTHS: Record<string, number> = { x: 0.75, X: 1, "-": 0.4 };

/** Its length in seconds is of no matter to a drum. */
const HELD_SECONDS = 0.05;

/** A stroke of the letter's drum. */
export function stroke(letter: string, onset: number, velocity: number): Note {
  return { channel: DRUMS, midi: STROKES[letter], onset, offset: onset + HELD_SECONDS, velocity };
}

/**
 * The hits of a bar, written as one line for each drum: `k x...x...` is the letter of {@link STROKES} and then one
 * sign a slot, "x" a stroke, "X" an accent, "-" a ghost stroke, "." nothing.
 */
export function pattern(
  lines: string[],
): { letter: string; slot: number; slots: number; strength: number }[] {
  return lines.flatMap((line) => {
    const [letter, signs] = line.split(" ");
    return [...signs].flatMap((sign, slot) => {
      if (sign === ".") return [];
      if (!(sign in STRENGTHS)) throw new Error(`"${line}" has the sign "${sign}", which is no stroke`);
      return [{ letter, slot, slots: signs.length, strength: STRENGTHS[sign] }];
    });
  });
}
