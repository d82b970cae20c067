import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  melFilterbank,
  melSpectrogram,
  mfcc,
  powerToDb,
  rms,
  spectralBandwidth,
  spectralCentroid,
  spectralFlatness,
  spectralRolloff,
  stft,
  zeroCrossingRate,
} from "../../../../src/music/index.ts";

type Options = { sr: number; nFft: number; hopLength: number; center: boolean; nMels: number };
type Measures = Record<
  "re" | "im" | "mel" | "db" | "mfcc" | "centroid" | "bandwidth" | "rolloff" | "flatness" | "zcr" | "rms",
  number[]
>;
type Case = { name: string; y: number[]; options: Options; frames: number } & Measures;
type Bank = {
  options: Omit<Options, "hopLength" | "center"> & { fmin: number; fmax: number };
  weights: number[];
};

const golden: { cases: Case[]; filterbanks: Bank[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "spectra.json"), "utf8"),
);

/** Both sides reckon in double precision and differ only in the order of their sums. */
const TOLERANCE = 1e-9;

function expectClose(actual: ArrayLike<number>, expected: number[]): void {
  expect(actual.length).toBe(expected.length);
  const largest = Math.max(1e-300, ...expected.map(Math.abs));
  const worst = expected.reduce((most, value, i) => Math.max(most, Math.abs(actual[i]! - value)), 0);
  expect(worst / largest).toBeLessThan(TOLERANCE);
}

const everyTwentyNinthBin = (values: Float64Array, bins: number) =>
  values.filter((_, i) => (i % bins) % 29 === 0);

describe.each(golden.cases)("$name", ({ y: samples, options, ...numpy }) => {
  const y = Float64Array.from(samples);

  test("the short-time Fourier transform is numpy's of each windowed frame", () => {
    const spectra = stft(y, options);
    expect(spectra.frames).toBe(numpy.frames);
    expectClose(everyTwentyNinthBin(spectra.re, spectra.bins), numpy.re);
    expectClose(everyTwentyNinthBin(spectra.im, spectra.bins), numpy.im);
  });

  test("mel bands, decibels and cepstral coefficients follow librosa's formulas", () => {
    const mel = melSpectrogram(y, options);
    expectClose(mel.data, numpy.mel);
    expectClose(powerToDb(mel).data, numpy.db);
    expectClose(mfcc(y, options).data, numpy.mfcc);
  });

  test("the shape of the spectrum follows librosa's formulas", () => {
    expectClose(spectralCentroid(y, options), numpy.centroid);
    expectClose(spectralBandwidth(y, options), numpy.bandwidth);
    expectClose(spectralRolloff(y, options), numpy.rolloff);
    expectClose(spectralFlatness(y, options), numpy.flatness);
  });

  test("zero crossings and level follow librosa's formulas", () => {
    const frames = { frameLength: options.nFft, hopLength: options.hopLength };
    expectClose(zeroCrossingRate(y, frames), numpy.zcr);
    expectClose(rms(y, frames), numpy.rms);
  });
});

test.each(golden.filterbanks)("the mel filters for $options are librosa's", ({ options, weights }) => {
  const bank = melFilterbank(options);
  expectClose(
    bank.data.filter((_, i) => (i % bank.bins) % 5 === 0),
    weights,
  );
});
