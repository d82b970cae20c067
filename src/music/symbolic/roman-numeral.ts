import { chordParts } from "../evaluation/chord-label.ts";
import { chordClasses, qualityDegrees } from "./chord-notes.ts";
import { type Key, keyParts } from "./key.ts";
import { fifthsOf, modulo, nameOfFifths } from "./spelling.ts";

/** What a chord does in a key. */
export type HarmonicRole = "tonic" | "subdominant" | "dominant" | "other";

const NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII"];
const LETTERS = "CDEFGAB";
const MAJOR = [0, 2, 4, 5, 7, 9, 11];
/** The degrees that are met flattened: bII, bIII, bVI and bVII. */
const FLATTENED = [1, 2, 5, 6];
const ROLES: HarmonicRole[] = [
  "tonic",
  "subdominant",
  "tonic",
  "subdominant",
  "dominant",
  "tonic",
  "dominant",
];

/** How a quality is written behind a numeral, and whether that is small. Others stand as they are. */
const signs: Record<string, { small: boolean; sign: string }> = {
  maj: { small: false, sign: "" },
  min: { small: true, sign: "" },
  dim: { small: true, sign: "°" },
  aug: { small: false, sign: "+" },
  maj6: { small: false, sign: "add6" },
  min6: { small: true, sign: "add6" },
  min7: { small: true, sign: "7" },
  minmaj7: { small: true, sign: "maj7" },
  dim7: { small: true, sign: "°7" },
  hdim7: { small: true, sign: "ø7" },
  aug7: { small: false, sign: "+7" },
  min9: { small: true, sign: "9" },
  min11: { small: true, sign: "11" },
  min13: { small: true, sign: "13" },
};

/**
 * A chord's place in a key as a Roman numeral: capitals for major, small ones for minor and diminished (°, half: ø),
 * then sevenths and the like, and the bass behind a stroke. Degrees are those of the key's own scale; "bII" and "#iv"
 * lie a semitone beside it; in minor, "vii°" stands on the raised seventh. How the root is spelled does not count.
 * "N" and "X" stay. Throws when the label is no chord or the key none.
 *
 * @param label a chord label such as "G:7"
 * @param key a key such as "C major" or "A minor"
 * @example
 * ["C:maj", "A:min", "D:min7", "G:7/3", "C:maj"].map((label) => music.romanNumeral(label, "C major"))
 */
export function romanNumeral(label: string, key: string): string {
  const parsed = keyParts(key, "romanNumeral");
  const { root, quality, scaleDegrees, bass } = chordParts(label, false, "romanNumeral");
  if (root === "N" || root === "X") return root;
  const { small, sign } = signs[quality] ?? { small: false, sign: quality };
  const { degree, alteration } = placeOf(root, parsed, isDiminished(quality));
  const added = scaleDegrees.length > 0 ? `(${scaleDegrees})` : "";
  const numeral = small ? NUMERALS[degree].toLowerCase() : NUMERALS[degree];
  return `${["b", "", "#"][alteration + 1]}${numeral}${sign}${added}${bass === "1" ? "" : `/${bass}`}`;
}

/**
 * The chord that a Roman numeral means in a key, as a label: the way back from `romanNumeral`. Throws when it is no
 * numeral or the key none.
 *
 * @param numeral such as "V7", "ii", "vii°" or "bVI"
 * @param key a key such as "C major" or "A minor"
 * @example
 * ["I", "vi", "ii7", "V7", "I"].map((numeral) => music.chordOfNumeral(numeral, "Eb major"))
 */
export function chordOfNumeral(numeral: string, key: string): string {
  const parsed = keyParts(key, "chordOfNumeral");
  if (numeral === "N" || numeral === "X") return numeral;
  const pattern = /^([b#]?)(VII|VI|V|IV|III|II|I|vii|vi|v|iv|iii|ii|i)([^(/]*)(\([^)]*\))?(\/[b#]*\d+)?$/;
  const [found, accidental, roman, sign, added = "", bass = ""] = pattern.exec(numeral) ?? [];
  const small = roman === roman?.toLowerCase();
  const known = Object.entries(signs).find(([, one]) => one.small === small && one.sign === sign)?.[0];
  const quality = known ?? (small || sign === "" ? undefined : sign);
  if (found === undefined || quality === undefined || qualityDegrees[quality] === undefined) {
    throw new RangeError(
      `chordOfNumeral: ${JSON.stringify(numeral)} is no Roman numeral of a chord; write one such as "I", "ii7", "V7", "vii°" or "bVI".`,
    );
  }
  const degree = NUMERALS.indexOf(roman.toUpperCase());
  const raised = isRaisedSeventh(degree, parsed, isDiminished(quality)) ? 1 : 0;
  const alteration = raised + { b: -1, "": 0, "#": 1 }[accidental as "b" | "" | "#"];
  const label = `${nameOfFifths(scaleFifths(parsed)[degree] + 7 * alteration)}:${quality}${added}${bass}`;
  chordParts(label, false, "chordOfNumeral");
  return label;
}

/**
 * What a chord does in a key, by the degree it stands on: rest ("tonic": I, iii, vi), leave ("subdominant": ii, IV) or
 * pull back ("dominant": V, vii°); "other" for chords with notes that are not of the key (in minor, the raised seventh
 * is), and for "N". Throws as `romanNumeral` does.
 *
 * @param label a chord label such as "G:7"
 * @param key a key such as "C major" or "A minor"
 * @example
 * ["C:maj", "F:maj", "G:7", "A:min", "Ab:maj"].map((label) => music.harmonicRole(label, "C major"))
 */
export function harmonicRole(label: string, key: string): HarmonicRole {
  const parsed = keyParts(key, "harmonicRole");
  const { root, quality } = chordParts(label, false, "harmonicRole");
  const classes = chordClasses(label, "harmonicRole");
  const scale = scaleFifths(parsed).map((fifths) => modulo(7 * fifths, 12));
  if (parsed.mode === "minor") scale.push(modulo(scale[6] + 1, 12));
  if (classes.length === 0 || !classes.every((pitchClass) => scale.includes(pitchClass))) return "other";
  return ROLES[placeOf(root, parsed, isDiminished(quality)).degree];
}

/** The seven notes of a key on the line of fifths, from its tonic up. */
function scaleFifths({ tonic, signature }: Key): number[] {
  const first = LETTERS.indexOf(tonic[0]);
  return Array.from({ length: 7 }, (_, degree) => {
    const natural = fifthsOf(LETTERS[(first + degree) % 7], 0);
    // The notes of a key are seven neighbours on the line, from its fourth degree on.
    return natural + 7 * Math.ceil((signature - 1 - natural) / 7);
  });
}

/** The degree, from 0, that a root stands on, and how it is altered. */
function placeOf(root: string, key: Key, diminished: boolean): { degree: number; alteration: number } {
  const scale = scaleFifths(key);
  const alteration = root.split("#").length - root.split("b").length;
  const above = modulo(7 * (fifthsOf(root[0], alteration) - scale[0]), 12);
  const degrees = scale.map((fifths) => modulo(7 * (fifths - scale[0]), 12));
  if (degrees.includes(above)) {
    const degree = degrees.indexOf(above);
    return { degree, alteration: isRaisedSeventh(degree, key, diminished) ? -1 : 0 };
  }
  const upper = degrees.indexOf(above + 1);
  if (FLATTENED.includes(upper) && degrees[upper] === MAJOR[upper]) return { degree: upper, alteration: -1 };
  const lower = degrees.indexOf(above - 1);
  return { degree: lower, alteration: isRaisedSeventh(lower, key, diminished) ? 0 : 1 };
}

/** Whether a seventh degree means the leading note, a semitone above that of the scale. */
function isRaisedSeventh(degree: number, { mode }: Key, diminished: boolean): boolean {
  return degree === 6 && mode === "minor" && diminished;
}

function isDiminished(quality: string): boolean {
  return ["dim", "dim7", "hdim7"].includes(quality);
}
