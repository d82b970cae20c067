import { type ChordComparison, chordComparisons, comparedChords } from "./chord-comparisons.ts";
import { type EncodedChord, encodedChord } from "./encode-chord.ts";
import { requireList } from "./events.ts";

/** How chords are compared. */
export type CompareChordsOptions = {
  /** What of them. Default "majmin". */
  comparison?: ChordComparison;
};

/**
 * For each pair of chord labels 1 where they agree, 0 where they do not, and −1 where the reference chord is not
 * among those compared (the comparison functions of mir_eval.chord):
 *
 * - "root": the same root;
 * - "thirds": root and third; "triads": root and all up to the fifth; "tetrads": root and all up to the seventh;
 * - "majmin": as triads, for major, minor and no chord only; "sevenths": as tetrads, for maj, min, maj7, 7, min7 and
 *   no chord only;
 * - "mirex": at least three pitch classes in common;
 * - each but "root" and "mirex" also with "Inv": the bass must agree as well.
 *
 * X in the reference is never compared. Throws when a label is none, or the lists differ in length.
 *
 * @param reference the true labels
 * @param estimated the labels found
 * @example
 * music.compareChords(["C:maj", "A:min7", "N"], ["C:7", "A:min", "C:maj"], {comparison: "majmin"})
 */
export function compareChords(
  reference: readonly string[],
  estimated: readonly string[],
  options: CompareChordsOptions = {},
): number[] {
  const { comparison = "majmin" } = options;
  requireList(reference, "reference", "compareChords");
  requireList(estimated, "estimated", "compareChords");
  if (reference.length !== estimated.length) {
    throw new RangeError(
      `compareChords: reference has ${reference.length} labels and estimated has ${estimated.length}; they must be as many.`,
    );
  }
  return compareLabels("compareChords", reference, estimated, comparison);
}

/** The same, for `caller`; the lists are equally long. */
export function compareLabels(
  caller: string,
  reference: readonly string[],
  estimated: readonly string[],
  comparison: ChordComparison,
): number[] {
  if (!chordComparisons.includes(comparison)) {
    throw new RangeError(
      `${caller}: comparison is "${comparison}"; it must be one of ${chordComparisons.join(", ")}.`,
    );
  }
  const known = new Map<string, EncodedChord>();
  const encoded = (label: string) => {
    const chord = known.get(label) ?? encodedChord(label, false, caller);
    known.set(label, chord);
    return chord;
  };
  return reference.map((label, i) => comparedChords(encoded(label), encoded(estimated[i]), comparison));
}
