import { describe, expect, test } from "vitest";
import * as music from "../../../../src/music/index.ts";
import { expectSame, golden } from "./golden.ts";

type Lists = { reference: number[]; estimated: number[] };
type Pairs = [reference: number, estimated: number][];

describe("onsets", () => {
  const { cases, errors } = golden<{
    cases: (Lists & { options: object; want: music.FMeasure; pairs: Pairs })[];
    errors: Lists[];
  }>("onset");

  test("precision, recall and F of onsets are mir_eval's, and so is every pair", () => {
    for (const [i, { reference, estimated, options, want, pairs }] of cases.entries()) {
      const { matching, ...figures } = music.onsetFMeasure(reference, estimated, { ...options, steps: true });
      expectSame(figures, want, `case ${i}`);
      expect(matching.right, `case ${i}`).toEqual(pairs);
      expect(music.onsetFMeasure(reference, estimated, options)).toEqual(figures);
    }
  });

  test("onsets that mir_eval refuses are refused", () => {
    for (const { reference, estimated } of errors)
      expect(() => music.onsetFMeasure(reference, estimated)).toThrow(RangeError);
  });
});

describe("beats", () => {
  const { options, cases, errors } = golden<{
    options: Record<string, object>;
    cases: (Lists & {
      want: Record<string, number | number[] | null>;
      wantWithOptions: Record<string, number | number[] | null>;
      matching: Pairs;
      trimmed: number;
    })[];
    errors: Lists[];
  }>("beat");

  /** Each with its figures in mir_eval's order. */
  const metrics: Record<string, (a: number[], b: number[], options: object) => number | number[]> = {
    fMeasure: music.beatFMeasure,
    cemgil: (...args) => {
      const { cemgilScore, cemgilMax } = music.cemgil(...args);
      return [cemgilScore, cemgilMax];
    },
    goto: music.goto,
    pScore: music.pScore,
    continuity: (...args) => {
      const { cmlc, cmlt, amlc, amlt } = music.continuity(...args);
      return [cmlc, cmlt, amlc, amlt];
    },
    informationGain: music.informationGain,
  };

  test.each(Object.entries(metrics))("%s is mir_eval's", (name, metric) => {
    for (const [i, { reference, estimated, want, wantWithOptions }] of cases.entries()) {
      for (const [wanted, given] of [
        [want[name], {}],
        [wantWithOptions[name], options[name]!],
      ] as const) {
        const got = metric(reference, estimated, given);
        // Where all beats fall together mir_eval has no finite answer; ours is 0.
        if (wanted === null) expect(got, `case ${i}`).toBe(0);
        else expectSame(got, wanted, `case ${i}`);
      }
    }
  });

  test("beats are paired as in mir_eval, and as many are left after trimming", () => {
    for (const [i, { reference, estimated, matching, trimmed }] of cases.entries()) {
      const steps = music.beatFMeasure(reference, estimated, { steps: true });
      expect(steps.matching.right, `case ${i}`).toEqual(matching);
      expect(music.trimBeats(estimated, { minBeatTime: 6 }).length, `case ${i}`).toBe(trimmed);
    }
  });

  test("beats that mir_eval refuses are refused", () => {
    for (const { reference, estimated } of errors)
      for (const [name, metric] of Object.entries(metrics))
        expect(() => metric(reference, estimated, {}), name).toThrow(RangeError);
  });
});

describe("tempi", () => {
  type Args = [number[], number, number[]];
  const { cases, errors } = golden<{
    cases: { args: Args; options: object; want: music.TempoDetection }[];
    errors: { args: Args }[];
  }>("tempo");

  test("the detection of two tempi is mir_eval's", () => {
    for (const [i, { args, options, want }] of cases.entries())
      expectSame(music.tempoDetection(...args, options), want, `case ${i}`);
  });

  test("tempi that mir_eval refuses are refused", () => {
    for (const { args } of errors) expect(() => music.tempoDetection(...args)).toThrow(RangeError);
  });
});
