import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { beatTrack, tempo } from "../../../../src/music/index.ts";
import { expectClose } from "../close.ts";

type Case = {
  sr: number;
  hop: number;
  thousandths: number[];
  tempo: number;
  bpm: number;
  beats: number[];
  score: number[];
};

const golden: { cases: Case[] } = JSON.parse(readFileSync(join(import.meta.dirname, "beats.json"), "utf8"));

describe.each(golden.cases)("at $bpm beats a minute", ({ sr, hop, ...librosa }) => {
  const y = Float64Array.from(librosa.thousandths, (value) => value / 1000);
  const options = { sr, hopLength: hop, plain: true };

  test("the plain tempo is librosa's", () => {
    expect(tempo(y, options).bpm).toBeCloseTo(librosa.tempo, 9);
  });

  test("the plain beats are librosa's, and so is the score of the best chain", () => {
    const { bpm, beats, steps } = beatTrack(y, { ...options, steps: true });
    expect(bpm).toBeCloseTo(librosa.bpm, 9);
    expectClose(beats, librosa.beats, 1e-12);
    // Hundreds of additions in another order.
    expectClose(
      steps.cumulative.filter((_, t) => t % 11 === 0),
      librosa.score,
      1e-8,
    );
  });
});
