/** A chord label in its parts. */
export type ChordParts = {
  /** The root as written, such as "Bb"; "N" for no chord, "X" for one that has no name. */
  root: string;
  /** The shorthand, such as "min7"; empty where only degrees are given. */
  quality: string;
  /** The degrees in parentheses, such as "9" or "*5", each once. */
  scaleDegrees: string[];
  /** The degree in the bass; "1" unless written. */
  bass: string;
};

/** What may follow the colon. */
const shorthands =
  "maj|min|dim|aug|1|5|sus2|sus4|maj6|min6|7|maj7|min7|dim7|hdim7|minmaj7|aug7|9|maj9|min9|11|maj11|min11|13|maj13|min13";
const degree = "(?:b*|#*)(?:[1-9]|1[0-3])";
const degrees = `\\((\\*?${degree}(?:,\\*?${degree})*)\\)`;
const pattern = new RegExp(
  `^([A-G](?:b*|#*))(?::(?:(${shorthands})(?:${degrees})?|${degrees}))?(?:/(${degree}))?$`,
);

/** Extended chords as a seventh chord and the degrees above it. */
const extended: Record<string, [quality: string, degrees: string[]]> = {
  minmaj7: ["min", ["7"]],
  maj9: ["maj7", ["9"]],
  min9: ["min7", ["9"]],
  9: ["7", ["9"]],
  11: ["7", ["9", "11"]],
  13: ["7", ["9", "11", "13"]],
  min11: ["min7", ["9", "11"]],
  maj13: ["maj7", ["9", "11", "13"]],
  min13: ["min7", ["9", "11", "13"]],
};

/**
 * The parts of a chord label in the syntax of Harte (Towards Automatic Extraction of Harmony Information from Music
 * Signals, 2010, §4.2): root, quality, degrees and bass (mir_eval.chord.split). Without quality and degrees it is
 * major; "*3" leaves out the third. `reduceExtendedChords` writes ninths, elevenths and thirteenths as a seventh
 * chord with more degrees; default false.
 *
 * Throws when the label is none.
 *
 * @param label such as "C", "A#:min7", "Db:maj(9)/3" or "N"
 * @param reduceExtendedChords true: chords above the seventh become degrees; default false
 * @example
 * music.splitChord("Bb:min7(*5,11)/b3")
 */
export function splitChord(label: string, reduceExtendedChords = false): ChordParts {
  return chordParts(label, reduceExtendedChords, "splitChord");
}

/** The same, for `caller`. */
export function chordParts(label: string, reduceExtendedChords: boolean, caller: string): ChordParts {
  if (label === "N" || label === "X") return { root: label, quality: "", scaleDegrees: [], bass: "" };
  const parts = typeof label === "string" ? pattern.exec(label) : null;
  if (parts === null) {
    throw new RangeError(
      `${caller}: "${label}" is no chord label; write a root, a colon and a quality, as in C:maj, A#:min7 or Eb:7/3, or N for no chord.`,
    );
  }
  const [, root, shorthand, added = parts[4], , bass = "1"] = parts;
  const given = added === undefined ? [] : added.split(",");
  const quality = shorthand ?? (given.length > 0 ? "" : "maj");
  const [base, more] = reduceExtendedChords ? (extended[quality] ?? [quality, []]) : [quality, []];
  return { root, quality: base, scaleDegrees: [...new Set([...given, ...more])], bass };
}
