import { expect, test } from "vitest";
import * as music from "../../../../src/music/index.ts";
import { expectSame, golden } from "./golden.ts";

type Row = [start: number, end: number, label: string];
type Case = { reference: Row[]; estimated: Row[]; want: Record<string, number | null> };

const { labels, parts, encodings, pairs, cases, hamming, noLabels } = golden<{
  labels: string[];
  parts: ({ label: string } & music.ChordParts)[];
  encodings: { label: string; encoded: [music.EncodedChord, music.EncodedChord] }[];
  pairs: Record<music.ChordComparison, string>;
  cases: Case[];
  hamming: { reference: [number, number][]; estimated: [number, number][]; want: number }[];
  noLabels: string[];
}>("chord");

const segments = (rows: Row[]) => rows.map(([start, end, label]) => ({ start, end, label }));
const spans = (rows: [number, number][]) => rows.map(([start, end]) => ({ start, end }));
const comparisons = Object.keys(pairs) as music.ChordComparison[];

test("a chord label falls into the same parts as in mir_eval", () => {
  for (const { label, ...want } of parts) {
    const { scaleDegrees, ...rest } = music.splitChord(label);
    expect({ ...rest, scaleDegrees: scaleDegrees.toSorted() }, label).toEqual(want);
  }
});

test("a chord label is the same numbers as in mir_eval, with and without extensions", () => {
  for (const { label, encoded } of encodings) {
    expect(music.encodeChord(label), label).toEqual(encoded[0]);
    expect(music.encodeChord(label, true), label).toEqual(encoded[1]);
  }
});

test.each(comparisons)("by %s every pair of labels compares as in mir_eval", (comparison) => {
  const reference = labels.flatMap((label) => labels.map(() => label));
  const estimated = labels.flatMap(() => labels);
  const scores = music.compareChords(reference, estimated, { comparison });
  const want = Array.from(pairs[comparison], (digit) => (digit === "-" ? -1 : Number(digit)));
  const different = scores.flatMap((score, i) =>
    score === want[i] ? [] : [`${reference[i]}, ${estimated[i]}: ${score}, not ${want[i]}`],
  );
  expect(different).toEqual([]);
});

test.each(comparisons)("by %s the weighted accuracy of sequences is mir_eval's", (comparison) => {
  for (const [i, { reference, estimated, want }] of cases.entries()) {
    const accuracy = music.chordWeightedAccuracy(segments(reference), segments(estimated), { comparison });
    expectSame(accuracy, want[comparison], `case ${i}`);
  }
});

test("over- and under-segmentation are mir_eval's", () => {
  for (const [i, { reference, estimated, want }] of cases.entries()) {
    const got = music.chordSegmentation(segments(reference), segments(estimated));
    // mir_eval refuses the segments without length that its own cutting leaves behind; ours drops them.
    for (const name of ["overseg", "underseg", "seg"] as const)
      if (want[name] !== null) expectSame(got[name], want[name], `case ${i}`);
      else expect(got[name]).toBeGreaterThanOrEqual(0);
  }
});

test("the directional Hamming distance is mir_eval's", () => {
  for (const [i, { reference, estimated, want }] of hamming.entries())
    expectSame(music.directionalHammingDistance(spans(reference), spans(estimated)), want, `case ${i}`);
});

test("what is no label to mir_eval is refused", () => {
  for (const label of noLabels) expect(() => music.encodeChord(label), label).toThrow(RangeError);
});
