import { HALF_BAND_REACH, HALF_BAND_TAPS } from "../base/half-band.ts";
import type { Signal } from "../base/signal.ts";

/**
 * The newest samples of a sound, and the same at half the rate, a quarter and so on; level l holds every 2^l-th
 * sample of a low-passed copy. Positions are counted from the first sample of the sound at that level, whatever has
 * been forgotten since, so that a sound that comes in pieces is read like one that is there as a whole. What lies
 * before the beginning is silence.
 */
export class SamplePyramid {
  private readonly data: Float64Array[];
  private readonly starts: Float64Array;
  private readonly ends: Float64Array;

  /** `levels` in all, each with room for `capacity` samples of level 0. */
  constructor(levels: number, capacity: number) {
    this.data = Array.from(
      { length: levels },
      (_, l) => new Float64Array(Math.ceil(capacity / 2 ** l) + 2 * HALF_BAND_REACH + 2),
    );
    this.starts = new Float64Array(levels);
    this.ends = new Float64Array(levels);
  }

  /** How many samples level l has had. */
  end(level: number): number {
    return this.ends[level];
  }

  /** Appends samples `from` … `to` − 1 of `y`, or that many zeros where y ends. */
  push(y: Signal, from: number, to: number): void {
    this.makeRoom(0, to - from);
    const { data, starts, ends } = this;
    const out = data[0];
    const shift = ends[0] - starts[0] - from;
    const there = Math.max(from, Math.min(to, y.length));
    for (let i = from; i < there; i++) out[shift + i] = y[i];
    out.fill(0, shift + there, shift + to);
    ends[0] += to - from;
    for (let l = 1; l < data.length; l++) this.halve(l);
  }

  /** Writes `count` samples of a level, from position `from` on, to `out`. All of them must have been pushed. */
  read(level: number, from: number, out: Float64Array, count: number = out.length): void {
    const source = this.data[level];
    const shift = from - this.starts[level];
    let i = 0;
    for (; i < count && from + i < 0; i++) out[i] = 0;
    for (; i < count; i++) out[i] = source[shift + i];
  }

  /** Makes the samples of a level that follow from those that the level above has got. */
  private halve(level: number): void {
    const above = this.data[level - 1];
    const shift = this.starts[level - 1];
    const whole = this.ends[level - 1];
    const ready = Math.floor((whole - 1 - HALF_BAND_REACH) / 2) + 1;
    const count = ready - this.ends[level];
    if (count <= 0) return;
    this.makeRoom(level, count);
    const out = this.data[level];
    halfBand(
      above,
      2 * this.ends[level] - shift,
      2 * this.ends[level],
      out,
      this.ends[level] - this.starts[level],
      count,
    );
    this.ends[level] = ready;
  }

  /** Forgets the oldest samples of a level if it has no room for `count` more. */
  private makeRoom(level: number, count: number): void {
    const data = this.data[level];
    const held = this.ends[level] - this.starts[level];
    const excess = held + count - data.length;
    if (excess <= 0) return;
    data.copyWithin(0, excess, held);
    this.starts[level] += excess;
  }
}

/**
 * Writes `count` samples at half the rate to `out`, from `place` on. The first is around x[middle], which has `before`
 * samples before it; what is before those is silence.
 */
function halfBand(
  x: Float64Array,
  middle: number,
  before: number,
  out: Float64Array,
  place: number,
  count: number,
): void {
  const [a, b, c, d, e, f, g, h] = HALF_BAND_TAPS;
  let i = 0;
  let m = middle;
  for (let known = before; i < count && known < HALF_BAND_REACH; i++, known += 2, m += 2) {
    let sum = 0.5 * x[m];
    for (let k = 0, reach = 1; k < HALF_BAND_TAPS.length; k++, reach += 2) {
      sum += HALF_BAND_TAPS[k] * ((reach > known ? 0 : x[m - reach]) + x[m + reach]);
    }
    out[place + i] = sum;
  }
  // Every other tap is zero, and the two sides are alike. Written out, this takes a third of the time.
  for (; i < count; i++, m += 2) {
    out[place + i] =
      0.5 * x[m] +
      a * (x[m - 1] + x[m + 1]) +
      b * (x[m - 3] + x[m + 3]) +
      c * (x[m - 5] + x[m + 5]) +
      d * (x[m - 7] + x[m + 7]) +
      e * (x[m - 9] + x[m + 9]) +
      f * (x[m - 11] + x[m + 11]) +
      g * (x[m - 13] + x[m + 13]) +
      h * (x[m - 15] + x[m + 15]);
  }
}
