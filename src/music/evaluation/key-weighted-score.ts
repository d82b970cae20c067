/** A key as its tonic in semitones above C, and its mode; null for X. */
type Key = { tonic: number; mode: string } | null;

const tonics: Record<string, number> = {
  c: 0,
  "c#": 1,
  db: 1,
  d: 2,
  "d#": 3,
  eb: 3,
  e: 4,
  f: 5,
  "f#": 6,
  gb: 6,
  g: 7,
  "g#": 8,
  ab: 8,
  a: 9,
  "a#": 10,
  bb: 10,
  b: 11,
};
const modes = ["major", "minor", "other"];

/** How many semitones the tonic of the relative key is higher. */
const toRelative: Record<string, number> = { major: 9, minor: 3 };

/**
 * How near an estimated key is to the true one (mir_eval.key.weighted_score; MIREX audio key detection): 1 for the
 * same key, 0.5 for the key a fifth above in the same mode, 0.3 for the relative major or minor, 0.2 for the parallel
 * one, else 0. "C# major" and "Db major" are the same; the tonic may be written small.
 *
 * Throws when a key is not a tonic and "major", "minor" or "other", or "X" where there is none.
 *
 * @param reference the true key, such as "C major"
 * @param estimated the key found
 * @example
 * ["C major", "G major", "A minor", "C minor", "D major"].map((key) => music.keyWeightedScore("C major", key))
 */
export function keyWeightedScore(reference: string, estimated: string): number {
  const a = parsedKey(reference, "reference");
  const b = parsedKey(estimated, "estimated");
  if (a === null || b === null) return a === b ? 1 : 0;
  const semitonesUp = (b.tonic - a.tonic + 12) % 12;
  if (a.mode === b.mode) {
    if (semitonesUp === 0) return 1;
    return semitonesUp === 7 ? 0.5 : 0;
  }
  if (semitonesUp === 0) return 0.2;
  return semitonesUp === toRelative[a.mode] ? 0.3 : 0;
}

function parsedKey(key: string, name: string): Key {
  if (typeof key !== "string") {
    throw new TypeError(`keyWeightedScore: ${name} is ${key}; it must be a text such as "C major".`);
  }
  if (key.toLowerCase() === "x") return null;
  const [tonic, mode, ...rest] = key.trim().split(/\s+/);
  const semitone = tonics[tonic.toLowerCase()];
  if (semitone === undefined || !modes.includes(mode) || rest.length > 0) {
    throw new RangeError(
      `keyWeightedScore: ${name} is "${key}"; it must be a tonic of C, C#, Db … B and "major", "minor" or "other", such as "Bb minor", or "X" where there is none.`,
    );
  }
  return { tonic: semitone, mode };
}
