import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  deemphasis,
  hpss,
  hpssMasks,
  type Interval,
  magnitudeSpectrogram,
  phaseVocoder,
  preemphasis,
  resample,
  split,
  stft,
  timeStretch,
  trim,
} from "../../../../src/music/index.ts";
import { expectClose } from "../close.ts";

type Pair = { signal: string; harmonic: number[]; percussive: number[] };
type MaskOptions = { kernelSize?: [number, number]; margin?: [number, number]; power?: number | "Infinity" };
type Vocoded = { signal: string; rate: number; frames: number; re: number[]; im: number[]; y: number[] };
type Quiet = {
  signal: string;
  options: { topDb: number; frameLength: number; hopLength: number };
  intervals: [number, number][];
};

const golden: {
  signals: Record<string, number[]>;
  masks: (Pair & { options: MaskOptions })[];
  parts: Pair[];
  vocoded: Vocoded[];
  resampled: { signal: string; up: number; down: number; y: number[] }[];
  emphasised: { signal: string; pre: number[]; de: number[] }[];
  quiet: Quiet[];
} = JSON.parse(readFileSync(join(import.meta.dirname, "effects.json"), "utf8"));

/** Both sides reckon in double precision and differ only in the order of their sums. */
const TOLERANCE = 1e-9;

const signal = (name: string) => Float64Array.from(golden.signals[name]!);
const every = (values: Float64Array, step: number) => values.filter((_, i) => i % step === 0);
const framing = { nFft: 256, hopLength: 64 };

test.each(golden.masks)("the masks of $signal with $options are those of scipy's median filters", (numpy) => {
  const { power = 2, ...options } = numpy.options;
  const magnitudes = magnitudeSpectrogram(signal(numpy.signal), framing);
  const masks = hpssMasks(magnitudes, { ...options, power: power === "Infinity" ? Infinity : power });
  const some = ({ data, bins }: { data: Float64Array; bins: number }) =>
    data.filter((_, i) => Math.floor(i / bins) % 3 === 0 && (i % bins) % 13 === 0);
  // Between the lines of a tone the last digits of magnitudes a billionth as strong are set against each other.
  expectClose(some(masks.harmonicMask), numpy.harmonic, 1e-7);
  expectClose(some(masks.percussiveMask), numpy.percussive, 1e-7);
});

test.each(golden.parts)("the tones and strokes of $signal are those of librosa's formulas", (numpy) => {
  const { harmonic, percussive } = hpss(signal(numpy.signal), framing);
  expectClose(every(harmonic, 17), numpy.harmonic, TOLERANCE);
  expectClose(every(percussive, 17), numpy.percussive, TOLERANCE);
});

test.each(golden.vocoded)("the phase vocoder at rate $rate follows librosa's formulas", (numpy) => {
  const y = signal(numpy.signal).subarray(0, 1500);
  const { re, im, frames, bins } = phaseVocoder(stft(y, framing), { rate: numpy.rate });
  const some = (values: Float64Array) => values.filter((_, i) => (i % bins) % 29 === 0);
  expect(frames).toBe(numpy.frames);
  expectClose(some(re), numpy.re, TOLERANCE);
  expectClose(some(im), numpy.im, TOLERANCE);
  expectClose(every(timeStretch(y, { ...framing, rate: numpy.rate }), 23), numpy.y, TOLERANCE);
});

test.each(golden.resampled)(
  "scipy's polyphase resampler with our filter does the same at $up / $down",
  (scipy) => {
    const y = signal(scipy.signal).subarray(0, 1200);
    const ours = resample(y, { origSr: 1000 * scipy.down, targetSr: 1000 * scipy.up });
    expectClose(every(ours, 9), scipy.y, TOLERANCE);
  },
);

test.each(golden.emphasised)(
  "emphasis and de-emphasis of $signal are librosa's",
  ({ signal: name, pre, de }) => {
    expectClose(every(preemphasis(signal(name)), 19), pre, TOLERANCE);
    expectClose(every(deemphasis(signal(name), { coef: 0.9 }), 19), de, TOLERANCE);
  },
);

test.each(golden.quiet)("$signal is silent where librosa's formula says so: $options", (numpy) => {
  const y = signal(numpy.signal);
  const intervals = numpy.intervals.map(([start, end]): Interval => ({ start, end }));
  expect(split(y, numpy.options)).toEqual(intervals);
  const { start, end } = trim(y, numpy.options);
  expect({ start, end }).toEqual({ start: intervals[0]!.start, end: intervals.at(-1)!.end });
});
