import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  audioFeatures,
  delta,
  mfcc,
  rms,
  spectralBandwidth,
  spectralCentroid,
  spectralContrast,
  spectralFlatness,
  spectralFlux,
  spectralRolloff,
  zeroCrossingRate,
} from "../../../../src/music/index.ts";
import { expectClose } from "../close.ts";

type Options = { sr: number; nFft: number; hopLength: number; nMels: number };
type Shape = "centroid" | "bandwidth" | "rolloff" | "flatness" | "contrast" | "flux" | "zcr" | "rms";
type Case = { name: string; signal: string; options: Options } & Record<
  Shape | "mfcc" | "liftered",
  number[]
> &
  Partial<Record<"delta" | "delta2", number[]>>;
type Fifty = { signal: string; sr: number; values: number[] };

const golden: { signals: Record<string, number[]>; cases: Case[]; fifty: Fifty[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "features.json"), "utf8"),
);

/** Both sides reckon in double precision and differ only in the order of their sums. */
const TOLERANCE = 1e-9;

describe.each(golden.cases)("$name", ({ signal, options, ...numpy }) => {
  const y = Float64Array.from(golden.signals[signal]!);
  const cepstra = () => mfcc(y, { ...options, nMfcc: 13 });

  test("cepstral coefficients follow librosa's formulas, with and without a lifter", () => {
    expectClose(mfcc(y, options).data, numpy.mfcc, TOLERANCE);
    expectClose(mfcc(y, { ...options, nMfcc: 13, lifter: 22 }).data, numpy.liftered, TOLERANCE);
  });

  test("the shape of the spectrum follows librosa's formulas", () => {
    expectClose(spectralCentroid(y, options), numpy.centroid, TOLERANCE);
    expectClose(spectralBandwidth(y, options), numpy.bandwidth, TOLERANCE);
    expectClose(spectralRolloff(y, options), numpy.rolloff, TOLERANCE);
    expectClose(spectralFlatness(y, options), numpy.flatness, TOLERANCE);
    expectClose(spectralContrast(y, { ...options, nBands: 4 }).data, numpy.contrast, TOLERANCE);
  });

  test("flux is the sum of all increases", () => {
    expectClose(spectralFlux(y, options), numpy.flux, TOLERANCE);
  });

  test("zero crossings and level follow librosa's formulas", () => {
    const frames = { frameLength: options.nFft, hopLength: options.hopLength };
    expectClose(zeroCrossingRate(y, frames), numpy.zcr, TOLERANCE);
    expectClose(rms(y, frames), numpy.rms, TOLERANCE);
  });

  const { delta: slopes, delta2: curvatures } = numpy;
  if (slopes === undefined || curvatures === undefined) return;
  test("slopes and curvatures over time are scipy's of Savitzky and Golay", () => {
    expectClose(delta(cepstra()).data, slopes, TOLERANCE);
    expectClose(delta(cepstra(), { width: 5, order: 2 }).data, curvatures, TOLERANCE);
  });
});

test.each(golden.fifty)("all fifty features of $signal are those of numpy", ({ signal, sr, values }) => {
  const { values: ours, names } = audioFeatures(Float64Array.from(golden.signals[signal]!), { sr });
  expect(ours).toHaveLength(values.length);
  values.forEach((value, i) => {
    // Each by itself: some are thousands of Hz and some are shares.
    expect(Math.abs(ours[i]! - value), names[i]).toBeLessThan(TOLERANCE * Math.max(1, Math.abs(value)));
  });
});
