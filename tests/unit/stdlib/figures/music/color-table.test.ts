import { lab, rgb } from "d3";
import { expect, test } from "vitest";
import { colorPlace, colorTable } from "../../../../../src/stdlib/figures/music/color-table.ts";

const lightness = (pixel: number) => lab(rgb(pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255)).l;

test.each([
  [true, 1],
  [false, -1],
])("in a dark page (%s) every colour is as far from the page as the one before, or farther", (dark, sign) => {
  const levels = Array.from(colorTable(dark), lightness);
  const steps = levels.slice(1).map((level, i) => sign * (level - levels[i]!));
  // Eight bits a channel let neighbours fall back by a fraction of what can be seen (a difference of 1).
  expect(Math.min(...steps)).toBeGreaterThan(-0.4);
  expect(Math.abs(levels.at(-1)! - levels[0]!)).toBeGreaterThan(90);
});

test("a share has a place from 0 to 255, and what is no number counts as quiet", () => {
  expect([-1, 0, 0.5, 1, 2, Number.NaN, Number.NEGATIVE_INFINITY].map(colorPlace)).toEqual([
    0, 0, 128, 255, 255, 0, 0,
  ]);
});
