import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  amplitudeToDb,
  istft,
  magnitudeSpectrogram,
  melFilterbank,
  melSpectrogram,
  powerToDb,
  type StftOptions,
  stft,
} from "../../../../src/music/index.ts";
import { withPhases } from "../../../../src/music/spectrum/griffin-lim.ts";
import { expectClose } from "../close.ts";

type Options = StftOptions & { sr: number; nMels: number };
type Measures = Record<"re" | "im" | "mel" | "db" | "amplitudeDb" | "changed", number[]>;
type Case = { name: string; signal: string; options: Options; frames: number } & Measures;
type Bank = {
  options: { sr: number; nFft: number; nMels: number; fmin: number; fmax: number };
  weights: number[];
};
type GriffinLim = { hopLength: number; nIter: number; momentum: number; frames: number; bins: number };

const golden: {
  signals: Record<string, number[]>;
  cases: Case[];
  filterbanks: Bank[];
  griffinLim: GriffinLim & { magnitudes: number[]; y: number[] };
} = JSON.parse(readFileSync(join(import.meta.dirname, "spectra.json"), "utf8"));

/** Both sides reckon in double precision and differ only in the order of their sums. */
const TOLERANCE = 1e-9;

/** Rows 0, 3, 6 … of numbers that stand row by row. */
const everyThirdRow = (values: Float64Array, bins: number) =>
  values.filter((_, i) => Math.floor(i / bins) % 3 === 0);
const everyTwentyNinthBin = (values: Float64Array, bins: number) =>
  values.filter((_, i) => (i % bins) % 29 === 0);

describe.each(golden.cases)("$name", ({ signal, options, ...numpy }) => {
  const y = Float64Array.from(golden.signals[signal]!);

  test("the short-time Fourier transform is numpy's of each windowed frame", () => {
    const spectra = stft(y, options);
    expect(spectra.frames).toBe(numpy.frames);
    expectClose(everyTwentyNinthBin(spectra.re, spectra.bins), numpy.re, TOLERANCE);
    expectClose(everyTwentyNinthBin(spectra.im, spectra.bins), numpy.im, TOLERANCE);
  });

  test("mel bands and decibels follow librosa's formulas", () => {
    const mel = melSpectrogram(y, options);
    expectClose(everyThirdRow(mel.data, 40), numpy.mel, TOLERANCE);
    expectClose(everyThirdRow(powerToDb(mel).data, 40), numpy.db, TOLERANCE);
    const levels = amplitudeToDb(magnitudeSpectrogram(y, options), { ref: "max" });
    const some = everyThirdRow(levels.data, levels.bins);
    expectClose(everyTwentyNinthBin(some, levels.bins), numpy.amplitudeDb, TOLERANCE);
  });

  test("spectra that no sound has become the sound that librosa's formula makes of them", () => {
    const spectra = stft(y, options);
    for (let i = 0; i < spectra.re.length; i++) {
      spectra.re[i]! *= 1 + 0.5 * Math.cos(i);
      spectra.im[i]! *= 1 + 0.5 * Math.cos(i);
    }
    const back = istft(spectra, { ...options, length: y.length });
    expectClose(
      back.filter((_, i) => i % 23 === 0),
      numpy.changed,
      TOLERANCE,
    );
  });
});

test.each(golden.filterbanks)("the mel filters for $options are librosa's", ({ options, weights }) => {
  const bank = melFilterbank(options);
  expectClose(
    bank.data.filter((_, i) => (i % bank.bins) % 5 === 0),
    weights,
    TOLERANCE,
  );
});

test("Griffin and Lim's iteration with momentum follows librosa's formulas, step by step", () => {
  const { magnitudes, y, frames, bins, ...options } = golden.griffinLim;
  const data = Float64Array.from(magnitudes);
  const found = withPhases({ data, frames, bins }, new Float64Array(data.length), options);
  // The magnitudes are written with 11 digits, and each of the five steps divides by lengths that can be near 0.
  expectClose(found.y, y, 1e-7);
});
