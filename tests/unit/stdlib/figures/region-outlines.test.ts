import { expect, test } from "vitest";
import { borderPath, regionPaths } from "../../../../src/stdlib/figures/region-outlines.ts";

const box = { left: 10, top: 20, width: 40, height: 20 };
const raster = { cols: 4, rows: 2, classes: [0, 0, 1, 1, 0, 1, 1, 1] };

/** Area of a path made of rectangles M x,y H right V bottom H x Z. */
function area(path: string): number {
  const rectangles = path.match(/M([\d.]+),([\d.]+)H([\d.]+)V([\d.]+)/g) ?? [];
  return rectangles.reduce((sum, rectangle) => {
    const [x, y, right, bottom] = rectangle.match(/[\d.]+/g)!.map(Number);
    return sum + (right! - x!) * (bottom! - y!);
  }, 0);
}

test("every cell lies in the path of its class, and in no other", () => {
  const paths = regionPaths(raster, box, 3);
  // A cell is 10 by 10 pixels; class 0 has three of them, class 1 five, class 2 none.
  expect(paths.map(area)).toEqual([300, 500, 0]);
});

test("equal cells in a row are one rectangle", () => {
  const paths = regionPaths(raster, box, 2);
  expect(paths[0]).toBe("M10.0,20.0H30.0V30.0H10.0ZM10.0,30.0H20.0V40.0H10.0Z");
});

test("a border runs between cells of different classes only", () => {
  expect(borderPath({ cols: 2, rows: 2, classes: [0, 1, 0, 1] }, box)).toBe("M30.0,20.0V30.0M30.0,30.0V40.0");
  expect(borderPath({ cols: 2, rows: 2, classes: [2, 2, 2, 2] }, box)).toBe("");
});
