import { expect, test } from "vitest";
import * as music from "../../../../src/music/index.ts";
import { expectSame, golden } from "./golden.ts";

type Row = [onset: number, offset: number, hz: number, velocity: number];
type Case = {
  reference: Row[];
  estimated: Row[];
  options: music.NoteFOptions;
  pairs: [number, number][];
  want: Record<string, number[]>;
};

const { cases, errors } = golden<{ cases: Case[]; errors: Pick<Case, "reference" | "estimated">[] }>(
  "transcription",
);

const notes = (rows: Row[]) => rows.map(([onset, offset, hz, velocity]) => ({ onset, offset, hz, velocity }));
type Notes = ReturnType<typeof notes>;

/** Each with its figures in mir_eval's order. */
const metrics: Record<string, (a: Notes, b: Notes, options: music.NoteFOptions) => number[]> = {
  noteF: (...args) => figures(music.noteF(...args)),
  noteFNoOffset: (a, b, options) => figures(music.noteF(a, b, { ...options, offsetRatio: null })),
  noteVelocityF: (...args) => figures(music.noteVelocityF(...args)),
  noteOnsetF: (...args) => figures(music.noteOnsetF(...args)),
  noteOffsetF: (a, b, { offsetRatio: _, ...options }) => figures(music.noteOffsetF(a, b, options)),
};

function figures(answer: music.FMeasure & { averageOverlapRatio?: number }): number[] {
  const { precision, recall, fMeasure, averageOverlapRatio } = answer;
  return [precision, recall, fMeasure, ...(averageOverlapRatio === undefined ? [] : [averageOverlapRatio])];
}

test.each(Object.entries(metrics))("%s is mir_eval's", (name, metric) => {
  for (const [i, { reference, estimated, options, want }] of cases.entries())
    expectSame(metric(notes(reference), notes(estimated), options), want[name], `case ${i}`);
});

test("notes are paired as in mir_eval", () => {
  for (const [i, { reference, estimated, options, pairs }] of cases.entries()) {
    const { matching } = music.noteF(notes(reference), notes(estimated), { ...options, steps: true });
    expect(matching.right, `case ${i}`).toEqual(pairs);
  }
});

test("notes that mir_eval refuses are refused", () => {
  for (const { reference, estimated } of errors)
    expect(() => music.noteF(notes(reference), notes(estimated))).toThrow(RangeError);
});
