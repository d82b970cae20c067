import { Matrix } from "../../learn/base/matrix.ts";
import { shown } from "../../learn/base/shown.ts";

/** A curve as points from left to right. */
export interface Curve {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

/** What gives a curve: a fitted model of one feature, a function, or its points. */
export type CurveSource = { predict(X: Matrix): ArrayLike<unknown> } | ((x: number) => number) | Curve;

export interface CurvePoint {
  x: number;
  y: number;
}

/** Enough for a polynomial of degree 15 to look smooth. */
const steps = 240;

function answers(source: CurveSource, xs: readonly number[]): number[] {
  if (typeof source === "function") return xs.map(source);
  const X = new Matrix(Float64Array.from(xs), xs.length, 1);
  return Array.from((source as { predict(X: Matrix): ArrayLike<unknown> }).predict(X), Number);
}

const isCurve = (source: CurveSource): source is Curve => "x" in source && "y" in source;

function check(owner: string, argument: string, source: unknown): asserts source is CurveSource {
  if (typeof source === "function") return;
  const given = source as { predict?: unknown; x?: unknown; y?: unknown } | null;
  if (typeof given?.predict === "function" || (given?.x && given.y)) return;
  throw new TypeError(
    `${owner}: ${argument} must be a fitted model, a function of x, or {x, y}, but it is ${shown(source)}.`,
  );
}

/** The points of a curve over an interval. Throws when it is none of the kinds that give one. */
export function curvePoints(
  owner: string,
  argument: string,
  source: CurveSource,
  [low, high]: readonly [number, number],
): CurvePoint[] {
  check(owner, argument, source);
  if (isCurve(source)) return Array.from(source.x, (x, i) => ({ x, y: source.y[i]! }));
  const xs = Array.from({ length: steps + 1 }, (_, i) => low + (i / steps) * (high - low));
  return answers(source, xs).map((y, i) => ({ x: xs[i]!, y }));
}

/** What a curve says at each of some places; between the points of one that is given by them, on straight lines. */
export function curveAt(source: CurveSource, xs: ArrayLike<number>): number[] {
  if (!isCurve(source)) return answers(source, Array.from(xs));
  const order = Array.from(source.x, (_, i) => i).sort((a, b) => source.x[a]! - source.x[b]!);
  return Array.from(xs, (x) => {
    const right = order.findIndex((i) => source.x[i]! >= x);
    if (right < 0) return source.y[order.at(-1)!] ?? Number.NaN;
    const [a, b] = [order[Math.max(0, right - 1)]!, order[right]!];
    const span = source.x[b]! - source.x[a]!;
    const along = span > 0 ? (x - source.x[a]!) / span : 1;
    return source.y[a]! + along * (source.y[b]! - source.y[a]!);
  });
}
