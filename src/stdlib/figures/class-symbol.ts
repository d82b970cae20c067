import { classMark } from "./class-marks.ts";
import { drawShape, type ShapeContext } from "./shapes.ts";

/** A class's mark as a symbol of Plot, which hands over the area of a circle. */
export function classSymbol(index: number) {
  const { shape } = classMark(index);
  const draw = (context: unknown, size: number) =>
    drawShape(context as ShapeContext, shape, Math.sqrt(size / Math.PI));
  return { draw };
}
