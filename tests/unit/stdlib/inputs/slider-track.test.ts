import { describe, expect, test } from "vitest";
import { sliderTrack } from "../../../../src/stdlib/inputs/slider-track.ts";

describe("a linear track", () => {
  test("keeps the range input's own numbers", () => {
    const track = sliderTrack([1, 121], { step: 2 });
    expect([track.min, track.max, track.step]).toEqual([1, 121, 2]);
    expect(track.valueAt(15)).toBe(15);
  });

  test("moves a value to the nearest step, and one outside to the nearest end", () => {
    const track = sliderTrack([1, 121], { step: 2 });
    expect([14.2, 16.9, -5, 999].map(track.positionOf)).toEqual([15, 17, 1, 121]);
  });

  test("ends on its last whole step when the range is no multiple of the step", () => {
    expect(sliderTrack([0, 1], { step: 0.3 }).max).toBe(0.9);
  });

  test("shows no dust of binary fractions", () => {
    const track = sliderTrack([0, 1], { step: 0.1 });
    expect(track.positionOf(0.3)).toBe(0.3);
    expect(track.valueAt(0.1 + 0.2)).toBe(0.3);
  });

  test("counts by one over whole numbers and by hundredths over a short range", () => {
    expect(sliderTrack([1, 20]).step).toBe(1);
    expect(sliderTrack([0, 1]).step).toBe(0.01);
  });
});

describe("a logarithmic track", () => {
  const track = sliderTrack([0.001, 1000], { scale: "log" });

  test("has the middle of the ratios in its middle, and exact ends", () => {
    expect(track.valueAt((track.min + track.max) / 2)).toBe(1);
    expect([track.valueAt(track.min), track.valueAt(track.max)]).toEqual([0.001, 1000]);
  });

  test("finds the position of each of its values again", () => {
    for (let position = track.min; position <= track.max; position++) {
      expect(track.positionOf(track.valueAt(position))).toBe(position);
    }
  });

  test("refuses a range that reaches 0", () => {
    expect(() => sliderTrack([0, 10], { scale: "log" })).toThrow(
      "a log scale needs a range above 0; it starts at 0",
    );
  });
});

describe("a track of given values", () => {
  test("stands on nothing between them", () => {
    const track = sliderTrack([1, 121], { values: [1, 3, 7, 15, 31, 121] });
    expect(track.valueAt(track.positionOf(20))).toBe(15);
    expect([track.min, track.max, track.step]).toEqual([0, 5, 1]);
  });

  test("keeps the values themselves as positions when they are evenly spaced", () => {
    const track = sliderTrack([1, 9], { values: [1, 3, 5, 7, 9] });
    expect([track.min, track.max, track.step]).toEqual([1, 9, 2]);
  });

  test("leaves out values beyond the range", () => {
    const track = sliderTrack([1, 10], { values: [1, 2, 4, 8, 16] });
    expect(track.valueAt(track.max)).toBe(8);
  });

  test("refuses values that fall", () => {
    expect(() => sliderTrack([1, 9], { values: [3, 1] })).toThrow("rising from one to the next");
  });
});

test.each([[[5, 5]], [[9, 1]], [[Number.NaN, 1]]] as [number, number][][])(
  "refuses the range %j",
  (range) => {
    expect(() => sliderTrack(range)).toThrow("the range must be two numbers, the lower one first");
  },
);
