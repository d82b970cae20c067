import { expect, test } from "vitest";
import {
  bassChroma,
  chroma,
  chromaCens,
  chromaFilterbank,
  chromaStft,
  estimateTuning,
  frameOf,
  tonnetz,
} from "../../../../src/music/index.ts";
import { sine } from "../tones.ts";
import { chordsOf } from "./sounds.ts";

const sr = 11025;
const strongest = (values: Float64Array) => values.indexOf(Math.max(...values));
const rolled = (values: Float64Array, s: number) => values.map((_, p) => values[(p - s + 12) % 12]!);

test("a note is heard as its pitch class, from E2 to C6", () => {
  for (let midi = 40; midi <= 84; midi++) {
    const y = chordsOf([[midi]], sr, 0.5);
    expect(strongest(frameOf(chroma(y, { sr }), 5)), `${midi}`).toBe(midi % 12);
  }
});

test("a note alone is heard as more than its overtones are", () => {
  const frame = frameOf(chroma(chordsOf([[48]], sr, 0.5), { sr }), 5);
  expect(frame[0]).toBe(1);
  // The logarithm lifts soft partials: the third one, a third as strong, comes to 0.63 of its note.
  expect(Math.max(...frame.subarray(1))).toBeLessThan(0.7);
});

test("a sine from A4 up is heard as one pitch class, not as its neighbours too", () => {
  for (const midi of [69, 81]) {
    const frame = frameOf(chroma(sine(440 * 2 ** ((midi - 69) / 12), 0.5, sr), { sr }), 5);
    // The logarithm lifts the feet of the window's peak: a fifth.
    expect(frame[8]).toBeLessThan(0.2);
    expect(frame[10]).toBeLessThan(0.2);
  }
});

test("shifting notes by semitones rolls the chroma by as many", () => {
  const at = (s: number) =>
    frameOf(chroma(chordsOf([[55 + s, 59 + s, 62 + s]], sr, 0.5), { sr, tuning: 0 }), 5);
  for (const s of [1, 5, 7]) {
    const expected = rolled(at(0), s);
    // Partials fall between other bins, and from E3 up into a shorter window: a quarter of the largest value.
    at(s).forEach((value, p) => {
      expect(Math.abs(value - expected[p]!)).toBeLessThan(1 / 4);
    });
  }
});

test("the bass has what is played below, not what is played above", () => {
  const y = chordsOf([[40, 67, 72, 76]], sr, 0.5);
  expect(strongest(frameOf(bassChroma(y, { sr }), 5))).toBe(4);
});

test("tuning is found to a few cents by both", () => {
  for (const cents of [-40, -12, 0, 23, 44]) {
    const y = chordsOf([[57, 61, 64].map((midi) => midi + cents / 100)], sr, 1);
    // Steps of one cent, and bins of 5 Hz that a parabola divides.
    expect(Math.abs(100 * estimateTuning(y, { sr }) - cents)).toBeLessThan(4);
    expect(Math.abs(100 * chroma(y, { sr }).tuning - cents)).toBeLessThan(4);
  }
});

test("silent frames have no pitch class, and none of what is made of them", () => {
  const silence = new Float64Array(sr);
  for (const chromagram of [
    chroma(silence, { sr }),
    bassChroma(silence, { sr }),
    chromaStft(silence, { sr }),
  ]) {
    expect(chromagram.data.every((value) => value === 0)).toBe(true);
    expect(tonnetz(chromagram).data.every((value) => value === 0)).toBe(true);
    expect(chromaCens(chromagram).data.every((value) => value === 0)).toBe(true);
  }
  expect(estimateTuning(silence, { sr })).toBe(0);
});

test("each column of the filterbank peaks at the semitone that is nearest", () => {
  const bank = chromaFilterbank({ sr: 22050, nFft: 4096 });
  for (let k = 40; k < bank.bins; k += 7) {
    const weights = Float64Array.from({ length: 12 }, (_, c) => bank.data[c * bank.bins + k]!);
    const midi = 69 + 12 * Math.log2((k * 22050) / 4096 / 440);
    expect(strongest(weights)).toBe(Math.round(midi) % 12);
  }
});

test("a sine has its pitch class in chromaStft, and the norms are what they say", () => {
  const y = sine(440, 0.5, sr);
  expect(strongest(frameOf(chromaStft(y, { sr }), 4))).toBe(9);
  const sum = (norm: 1 | 2) =>
    frameOf(chromaStft(y, { sr, norm }), 4).reduce((total, value) => total + value ** norm, 0);
  // The rounding of twelve divisions.
  expect(sum(1)).toBeCloseTo(1, 12);
  expect(sum(2)).toBeCloseTo(1, 12);
  expect(Math.max(...frameOf(chromaStft(y, { sr, norm: null }), 4))).toBeGreaterThan(1000);
});

test("in tonal space a fifth is nearer than a tritone", () => {
  const chord = (pitchClasses: number[]) =>
    Float64Array.from({ length: 12 }, (_, p) => (pitchClasses.includes(p) ? 1 : 0));
  const data = Float64Array.from(
    [chord([0, 4, 7]), chord([7, 11, 2]), chord([6, 10, 1])].flatMap((c) => [...c]),
  );
  const space = tonnetz({ data, frames: 3, bins: 12 });
  const distance = (i: number) =>
    Math.hypot(...frameOf(space, 0).map((value, d) => value - frameOf(space, i)[d]!));
  expect(distance(1)).toBeLessThan(distance(2));
});
