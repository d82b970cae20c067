import { expect, test } from "vitest";
import * as music from "../../../../src/music/index.ts";
import { expectSame, golden } from "./golden.ts";

type Case = {
  reference: music.ReferenceMelody;
  estimated: music.EstimatedMelody;
  options: { hop?: number; centTolerance?: number };
  want: Record<string, number>;
  frames?: Record<"refVoicing" | "refCent" | "estVoicing" | "estCent", number[]>;
};

const { cases } = golden<{ cases: Case[] }>("melody");

const { voicingRecall, voicingFalseAlarm, rawPitchAccuracy, rawChromaAccuracy, overallAccuracy } = music;
const measures = { voicingRecall, voicingFalseAlarm, rawPitchAccuracy, rawChromaAccuracy, overallAccuracy };

test.each(Object.entries(measures))("%s is mir_eval's", (name, measure) => {
  for (const [i, { reference, estimated, options, want }] of cases.entries())
    expectSame(measure(reference, estimated, options), want[name], `case ${i}`);
});

test("both melodies are brought to the same frames as in mir_eval", () => {
  const shown = cases.filter(({ frames }) => frames);
  expect(shown.length).toBeGreaterThan(9);
  for (const [i, { reference, estimated, options, frames }] of shown.entries())
    expectSame(music.toCentVoicing(reference, estimated, options), frames, `case ${i}`);
});

test("the frames that count as right make up the accuracy", () => {
  for (const { reference, estimated, options } of cases) {
    if (reference.reward || estimated.voicing) continue;
    const { right, refVoicing, accuracy } = music.rawPitchAccuracy(reference, estimated, {
      ...options,
      steps: true,
    });
    const voiced = refVoicing.filter((value) => value > 0).length;
    expect(right.filter(Boolean).length).toBe(Math.round(accuracy * voiced));
    const overall = music.overallAccuracy(reference, estimated, { ...options, steps: true });
    expect(overall.right.filter(Boolean).length).toBe(Math.round(overall.accuracy * refVoicing.length));
  }
});
