import { type EncodedChord, qualities } from "./encode-chord.ts";

/** What is compared of two chords. */
export type ChordComparison =
  | "root"
  | "thirds"
  | "thirdsInv"
  | "triads"
  | "triadsInv"
  | "tetrads"
  | "tetradsInv"
  | "majmin"
  | "majminInv"
  | "sevenths"
  | "seventhsInv"
  | "mirex";

/** What two chords must have in common, and which reference chords are compared at all. */
type Rule = {
  agrees: (reference: EncodedChord, estimated: EncodedChord) => boolean;
  compares: (reference: EncodedChord) => boolean;
};

const sameRoot = (a: EncodedChord, b: EncodedChord) => a.root === b.root;
const sameBass = (a: EncodedChord, b: EncodedChord) => a.bass === b.bass;
const sameFirst = (count: number) => (a: EncodedChord, b: EncodedChord) =>
  a.semitones.every((sounds, i) => i >= count || sounds === b.semitones[i]);
const sameThird = (a: EncodedChord, b: EncodedChord) => a.semitones[3] === b.semitones[3];
const sameTriad = sameFirst(8);
const sameTetrad = sameFirst(12);

const isNamed = ({ semitones }: EncodedChord) => semitones[0] >= 0;
const sounding = (chord: EncodedChord) => chord.semitones.filter((sounds) => sounds > 0).length;

/** Whether the first `count` semitones are those of one of the qualities. */
const isOneOf = (names: string[], count: number) => {
  const allowed = names.map((name) =>
    Array.from({ length: count }, (_, i) => Number(qualities[name].includes(i))),
  );
  return ({ semitones }: EncodedChord) =>
    allowed.some((chord) => chord.every((sounds, i) => sounds === semitones[i]));
};
const isNone = isOneOf([""], 12);
const isMajorOrMinorTriad = isOneOf(["maj", "min"], 8);
const isMajorOrMinor = (chord: EncodedChord) => isMajorOrMinorTriad(chord) || isNone(chord);
const isSeventh = isOneOf(["maj", "min", "maj7", "7", "min7", ""], 12);

type Agreement = Rule["agrees"];
const all =
  (...parts: Agreement[]): Agreement =>
  (a, b) =>
    parts.every((agrees) => agrees(a, b));

/** How many pitch classes MIREX wants two chords to share. */
const sharedForMirex = 3;

const rules: Record<ChordComparison, Rule> = {
  root: { agrees: sameRoot, compares: isNamed },
  thirds: { agrees: all(sameRoot, sameThird), compares: isNamed },
  thirdsInv: { agrees: all(sameRoot, sameThird, sameBass), compares: isNamed },
  triads: { agrees: all(sameRoot, sameTriad), compares: isNamed },
  triadsInv: { agrees: all(sameRoot, sameTriad, sameBass), compares: isNamed },
  tetrads: { agrees: all(sameRoot, sameTetrad), compares: isNamed },
  tetradsInv: { agrees: all(sameRoot, sameTetrad, sameBass), compares: isNamed },
  majmin: { agrees: all(sameRoot, sameTriad), compares: isMajorOrMinor },
  majminInv: {
    agrees: all(sameRoot, sameTriad, sameBass),
    compares: isMajorOrMinor,
  },
  sevenths: { agrees: all(sameRoot, sameTetrad), compares: isSeventh },
  seventhsInv: {
    agrees: all(sameRoot, sameTetrad, sameBass),
    compares: isSeventh,
  },
  mirex: {
    agrees: (a, b) => (a.root === -1 && b.root === -1) || sharedPitchClasses(a, b) >= sharedForMirex,
    compares: (chord) => isNamed(chord) && (isNone(chord) || sounding(chord) >= sharedForMirex),
  },
};

/** The names of all comparisons. */
export const chordComparisons = Object.keys(rules) as ChordComparison[];

/** 1 where the chords agree, 0 where they do not, and −1 where the reference chord is outside what is compared. */
export function comparedChords(
  reference: EncodedChord,
  estimated: EncodedChord,
  comparison: ChordComparison,
): number {
  const { agrees, compares } = rules[comparison];
  if (!compares(reference)) return -1;
  return agrees(reference, estimated) ? 1 : 0;
}

/** How many pitch classes sound in both; an X shares all (as in mir_eval). */
function sharedPitchClasses(a: EncodedChord, b: EncodedChord): number {
  const turn = a.root - b.root + 12;
  return a.semitones.filter((sounds, i) => sounds !== 0 && b.semitones[(i + turn) % 12] !== 0).length;
}
