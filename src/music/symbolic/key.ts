import { fifthsOf, nameOfFifths } from "./spelling.ts";

/** How many fifths the tonic of each mode lies above that of the major key with the same signature. */
const modes: Record<string, number> = {
  lydian: -1,
  major: 0,
  ionian: 0,
  mixolydian: 1,
  dorian: 2,
  minor: 3,
  aeolian: 3,
  phrygian: 4,
  locrian: 5,
};

/** A key in its parts. */
export type Key = {
  /** Its tonic, such as "Eb". */
  tonic: string;
  /** Its mode, such as "major" or "dorian". */
  mode: string;
  /** The sharps of its signature, or its flats as a negative number. */
  signature: number;
};

/**
 * A key in its parts: "C major", "A:min", "Ebm", "D dorian", or a tonic alone, which is major. `signature` counts the
 * sharps at the clef, flats as a negative number: it is where the key stands in the circle of fifths. Throws when it
 * is no key.
 *
 * @param key a key
 * @example
 * ["C major", "A:min", "Eb major", "D dorian"].map((key) => music.splitKey(key).signature)
 */
export function splitKey(key: string): Key {
  return keyParts(key, "splitKey");
}

/** {@link splitKey}, for a caller whose name the errors bear. */
export function keyParts(key: string, caller: string): Key {
  const text = typeof key === "string" ? key.replaceAll("♯", "#").replaceAll("♭", "b") : "";
  const [, letter, accidentals, ending] = /^\s*([A-Ga-g])(#{1,2}|b{1,2}|)\s*:?\s*(\w*)\s*$/.exec(text) ?? [];
  const mode = ending === undefined ? undefined : modeOf(ending);
  if (mode === undefined) {
    throw new RangeError(
      `${caller}: ${JSON.stringify(key)} is no key; write a tonic and a mode, as in "C major", "A minor" or "D dorian".`,
    );
  }
  const alteration = accidentals.startsWith("b") ? -accidentals.length : accidentals.length;
  const tonic = letter.toUpperCase() + accidentals;
  return { tonic, mode, signature: fifthsOf(letter.toUpperCase(), alteration) - modes[mode] };
}

/** The mode that an ending means: "m" and "min" are minor, others may be cut after three letters, as in ABC. */
function modeOf(ending: string): string | undefined {
  if (ending === "" || ending === "M") return "major";
  if (ending === "m") return "minor";
  const lower = ending.toLowerCase();
  return Object.keys(modes).find((mode) => lower.length >= 3 && mode.startsWith(lower));
}

/** The name of the major or minor key with so many sharps, or flats below 0. */
export function keyOfSignature(signature: number, minor: boolean): string {
  return minor ? `${nameOfFifths(signature + modes.minor)} minor` : `${nameOfFifths(signature)} major`;
}
