import { expect, test } from "vitest";
import { shapePath, shapes } from "../../../../src/stdlib/figures/shapes.ts";

/** Area by the shoelace formula; a shape without corners is a circle of radius 1. */
function area(corners: readonly (readonly [number, number])[]): number {
  if (corners.length === 0) return Math.PI;
  const twice = corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

test("the shapes are told apart by name and by outline", () => {
  expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
  expect(new Set(shapes.map((shape) => shapePath(shape, 5))).size).toBe(shapes.length);
});

// A pointed shape looks larger than its area: by eye, from three quarters to equal reads as the same size.
test.each(shapes.map((shape) => [shape.name, shape] as const))(
  "a %s is about as large as the circle",
  (_, shape) => {
    expect(area(shape.corners) / Math.PI).toBeGreaterThan(0.75);
    expect(area(shape.corners) / Math.PI).toBeLessThan(1.1);
  },
);
