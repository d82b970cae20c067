import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keyFrom, medianOf, withinHalfSemitone } from "../../../datasets/piano/baselines.ts";
import { stringPartials } from "../../../datasets/piano/string-partials.ts";
import { Dataset } from "../../../src/stdlib/data/index.ts";

const folder = join(import.meta.dirname, "../../../datasets/piano");
const datasheet = readFileSync(join(folder, "README.md"), "utf8");
const piano = new Dataset(JSON.parse(readFileSync(join(folder, "piano.json"), "utf8")), "");
const numbers = (name: string) => piano.column(name) as number[];

test("it has thirty keys, a minor third apart, each with its name and equal-tempered pitch", () => {
  expect(piano.y).toEqual(Array.from({ length: 30 }, (_, i) => 21 + 3 * i));
  const named = (name: string) => {
    const row = piano.column("note").indexOf(name);
    return [numbers("midi")[row], numbers("equalHz")[row]];
  };
  // Fixed by the MIDI standard and by A4 = 440 Hz.
  expect(["A0", "C4", "F#4", "A4", "C8"].map(named)).toEqual([
    [21, 27.5],
    [60, 261.63],
    [66, 369.99],
    [69, 440],
    [108, 4186.01],
  ]);
});

test("cents are those of the pitches beside them", () => {
  for (const tracker of ["yin", "plainYin", "pyin", "mpm"]) {
    for (const [i, hz] of numbers(tracker).entries()) {
      const cents = 1200 * Math.log2(hz / numbers("equalHz")[i]!);
      // Pitches are rounded to 0.01 Hz, both of them; cents to four digits.
      const slack = 1200 * Math.log2(1 + 0.01 / numbers("equalHz")[i]!) + 0.0005 * Math.abs(cents);
      expect(Math.abs(numbers(`${tracker}Cents`)[i]! - cents)).toBeLessThanOrEqual(slack);
    }
  }
});

test("the figures of the datasheet are those of the table", () => {
  expect(["yin", "pyin", "mpm"].map((each) => withinHalfSemitone(piano, each).count)).toEqual([29, 29, 29]);
  expect(withinHalfSemitone(piano, "plainYin").count).toBe(28);
  for (const [column, medians] of [
    ["yinCents", [0.9, 2.3, 15.4]],
    ["stretch", [-9, -0.6, 16.4]],
  ] as const) {
    const found = ["bass", "middle", "treble"].map((each) =>
      Number(medianOf(piano, column, each).toFixed(1)),
    );
    expect(found).toEqual(medians);
  }
  // scikit-learn 1.2.1, LinearRegression and LeaveOneOut: 0.91828, 0.92083.
  expect(keyFrom(piano, ["brightness"])).toBeCloseTo(0.91828, 5);
  expect(keyFrom(piano, ["brightness", "decay"])).toBeCloseTo(0.92083, 5);
});

test("the piano is stretched: flat in the bass, sharp in the treble, its strings the stiffer the higher from A3 up", () => {
  const stretch = numbers("stretch");
  expect(Math.max(...stretch.slice(0, 4))).toBeLessThan(-5);
  expect(Math.min(...stretch.slice(-7))).toBeGreaterThan(5);
  const stiffness = numbers("inharmonicity").slice(12, 23);
  expect([...stiffness].sort((a, b) => a - b)).toEqual(stiffness);
});

test("partials of a string that is made up are found: its pitch within a twentieth of a cent, its stiffness within 1 %", () => {
  const [sr, firstHz, stiffness] = [44_100, 130, 2e-4];
  const base = firstHz / Math.sqrt(1 + stiffness);
  const y = Float32Array.from({ length: 66_150 }, (_, i) => {
    let sum = 0;
    for (let n = 1; n <= 8; n++)
      sum += Math.sin((2 * Math.PI * n * base * Math.sqrt(1 + stiffness * n * n) * i) / sr) / n;
    return sum * Math.exp(-i / sr);
  });
  const found = stringPartials(y, sr, 130.81);
  expect(Math.abs(1200 * Math.log2(found.firstHz / firstHz))).toBeLessThan(0.05);
  expect(found.inharmonicity! / stiffness).toBeCloseTo(1, 2);
});

test("the datasheet mentions every column", () => {
  for (const { name } of piano.meta.columns) expect(datasheet).toMatch(new RegExp(`\\b${name}\\b`));
});
