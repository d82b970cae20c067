import { describe, expect, test } from "vitest";
import { cellsOfPixels, paintCells } from "../../../../../src/stdlib/figures/music/cell-pixels.ts";

/** A table in which each colour is its own number. */
const colors = Uint32Array.from({ length: 256 }, (_, i) => i);

describe("the cells under the pixels of an axis", () => {
  test("are the same for some pixels when there are few cells, and several for a pixel when there are many", () => {
    const few = cellsOfPixels(6, (at) => at * 3, 3);
    expect([...few.first]).toEqual([0, 0, 1, 1, 2, 2]);
    expect([...few.last]).toEqual([0, 0, 1, 1, 2, 2]);
    const many = cellsOfPixels(2, (at) => at * 6, 6);
    expect([...many.first]).toEqual([0, 3]);
    expect([...many.last]).toEqual([2, 5]);
  });

  test("leave no cell out and none twice when they fall evenly", () => {
    const { first, last } = cellsOfPixels(7, (at) => at * 21, 21);
    const covered = [...first].flatMap((from, p) =>
      Array.from({ length: last[p]! - from + 1 }, (_, i) => from + i),
    );
    expect(covered).toEqual(Array.from({ length: 21 }, (_, i) => i));
  });

  test("are none beyond the ends, and run backwards where the axis does", () => {
    const { first } = cellsOfPixels(4, (at) => 6 - 8 * at, 4);
    expect([...first]).toEqual([-1, 2, 0, -1]);
  });
});

describe("the painted pixels", () => {
  const cells = { data: [0, 0.25, 0.5, 0.75, 0.125, 1], frames: 2, bins: 3 };
  const share = (value: number) => value;
  const shown = (values: number[]) => values.map((value) => Math.min(255, value * 256));

  test("show bin k of frame t in column t, the highest bin at the top of a falling axis", () => {
    const pixels = new Uint32Array(6);
    const across = cellsOfPixels(2, (at) => at * 2, 2);
    const down = cellsOfPixels(3, (at) => 3 - at * 3, 3);
    paintCells(pixels, { cells, across, down, framesRun: "across", share }, colors);
    expect([...pixels]).toEqual(shown([0.5, 1, 0.25, 0.125, 0, 0.75]));
  });

  test("show frame t in row t when frames run down", () => {
    const pixels = new Uint32Array(6);
    const across = cellsOfPixels(3, (at) => at * 3, 3);
    const down = cellsOfPixels(2, (at) => at * 2, 2);
    paintCells(pixels, { cells, across, down, framesRun: "down", share }, colors);
    expect([...pixels]).toEqual(shown(cells.data));
  });

  test("show the greatest of the cells that they cover, and stay as they are where they cover none", () => {
    const pixels = new Uint32Array(2).fill(7);
    const all = cellsOfPixels(2, (at) => at * 4, 2);
    paintCells(
      pixels,
      { cells, across: all, down: cellsOfPixels(1, (at) => at * 3, 3), framesRun: "across", share },
      colors,
    );
    expect([...pixels]).toEqual([255, 7]);
  });
});
