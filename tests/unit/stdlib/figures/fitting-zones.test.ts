import { expect, test } from "vitest";
import type { ValidationPoint } from "../../../../src/stdlib/figures/best-setting.ts";
import { fittingZones } from "../../../../src/stdlib/figures/fitting-zones.ts";

const curve = (...rows: [value: number, trainScore: number, validationScore: number][]): ValidationPoint[] =>
  rows.map(([value, trainScore, validationScore]) => ({ value, trainScore, validationScore }));

const hump = curve([1, 0.5, 0.45], [2, 0.7, 0.65], [4, 0.8, 0.7], [8, 0.9, 0.7], [16, 1, 0.5]);

test("a model underfits on the simple side of the best settings and overfits on the complex side", () => {
  expect(fittingZones(hump, "rising", "linear")).toEqual([
    { kind: "underfitting", ends: [1, 3], edge: hump[1], below: true },
    { kind: "overfitting", ends: [12, 16], edge: hump[4], below: false },
  ]);
});

test("on a log axis a zone ends at the geometric middle", () => {
  const [under, over] = fittingZones(hump, "rising", "log");
  expect(under!.ends[1]).toBeCloseTo(Math.sqrt(2 * 4), 12);
  expect(over!.ends[0]).toBeCloseTo(Math.sqrt(8 * 16), 12);
});

test("where a model becomes simpler with larger values, the sides change places", () => {
  const falling = hump.map((point) => ({ ...point, value: 17 - point.value })).toReversed();
  const kinds = fittingZones(falling, "falling", "linear").map(({ kind, below }) => [kind, below]);
  expect(kinds).toEqual([
    ["overfitting", true],
    ["underfitting", false],
  ]);
});

test("settings within one standard error of the best are in no zone", () => {
  const sure = hump.map((point) => ({
    ...point,
    foldScores: [-0.1, 0, 0.1].map((d) => point.validationScore! + d),
  }));
  // The standard error is 0.1 / √3 = 0.058: 0.65 is near enough to 0.70, 0.45 is not.
  expect(fittingZones(sure, "rising", "linear").map(({ ends }) => ends)).toEqual([
    [1, 1.5],
    [12, 16],
  ]);
});

test("a curve that rises to its end has no overfitting, and one that is level has no zone", () => {
  const rising = curve([1, 0.5, 0.4], [2, 0.7, 0.6], [3, 0.9, 0.8]);
  expect(fittingZones(rising, "rising", "linear").map(({ kind }) => kind)).toEqual(["underfitting"]);
  expect(fittingZones(curve([1, 0.9, 0.5], [2, 0.9, 0.5]), "rising", "linear")).toEqual([]);
});

test("a complex model that does not even know its own samples does not overfit", () => {
  const broken = curve([1, 0.8, 0.7], [2, 0.85, 0.75], [3, 0.2, 0.2]);
  expect(fittingZones(broken, "rising", "linear").map(({ kind }) => kind)).toEqual(["underfitting"]);
});

test("without scores there is nothing to say", () => {
  expect(fittingZones([{ value: 1 }], "rising", "linear")).toEqual([]);
});
