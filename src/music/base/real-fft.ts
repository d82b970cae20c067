import { requireWhole } from "./signal.ts";

/**
 * The discrete Fourier transform of real signals of one length, prepared once and used often. A signal of n samples
 * is a complex one of n/2 whose real parts are the even samples and whose imaginary parts are the odd ones (Press
 * et al., Numerical Recipes, §12.3); that one is transformed by Stockham's method with radix 4, which leaves
 * everything in order without shuffling (Van Loan, Computational Frameworks for the FFT, §1.7).
 */
export class RealFft {
  readonly size: number;
  private readonly half: number;
  private readonly cos: Float64Array;
  private readonly sin: Float64Array;
  private readonly work: readonly [Float64Array, Float64Array];

  /** `size` in samples: a power of two, at least 4. Throws otherwise. */
  constructor(size: number) {
    requireWhole(size, 4, "size", "RealFft");
    if (Math.log2(size) % 1 !== 0) {
      throw new RangeError(`RealFft: size is ${size}; it must be a power of two, such as 1024 or 2048.`);
    }
    this.size = size;
    this.half = size / 2;
    this.cos = Float64Array.from({ length: size }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.sin = Float64Array.from({ length: size }, (_, k) => -Math.sin((2 * Math.PI * k) / size));
    this.work = [new Float64Array(size), new Float64Array(size)];
  }

  /** Writes bins 0 … size/2 of the transform of `input` (length size) to `re` and `im`, from `offset` on. */
  transform(input: Float64Array, re: Float64Array, im: Float64Array, offset = 0): void {
    const { half, cos, sin } = this;
    const z = this.complex(input);
    re[offset] = z[0] + z[1];
    im[offset] = 0;
    re[offset + half] = z[0] - z[1];
    im[offset + half] = 0;
    // The bins k and half − k come of the same two numbers.
    for (let k = 1, j = half - 1; k <= j; k++, j--) {
      const evenRe = (z[2 * k] + z[2 * j]) / 2;
      const evenIm = (z[2 * k + 1] - z[2 * j + 1]) / 2;
      const oddRe = (z[2 * k + 1] + z[2 * j + 1]) / 2;
      const oddIm = (z[2 * j] - z[2 * k]) / 2;
      const turnedRe = oddRe * cos[k] - oddIm * sin[k];
      const turnedIm = oddIm * cos[k] + oddRe * sin[k];
      re[offset + k] = evenRe + turnedRe;
      im[offset + k] = evenIm + turnedIm;
      re[offset + j] = evenRe - turnedRe;
      im[offset + j] = turnedIm - evenIm;
    }
  }

  /**
   * Writes the `size` samples whose transform is in `re` and `im` (bins 0 … size/2, from `offset` on) to `output`.
   * The imaginary parts of the first and the last bin, which no real signal has, count as 0.
   */
  inverse(re: Float64Array, im: Float64Array, output: Float64Array, offset = 0): void {
    const { half, cos, sin } = this;
    const x = this.work[1];
    // Real and imaginary parts change places, here and at the end: that makes a forward transform an inverse one.
    x[1] = (re[offset] + re[offset + half]) / 2;
    x[0] = (re[offset] - re[offset + half]) / 2;
    for (let k = 1, j = half - 1; k <= j; k++, j--) {
      const evenRe = (re[offset + k] + re[offset + j]) / 2;
      const evenIm = (im[offset + k] - im[offset + j]) / 2;
      const turnedRe = (re[offset + k] - re[offset + j]) / 2;
      const turnedIm = (im[offset + k] + im[offset + j]) / 2;
      const oddRe = turnedRe * cos[k] + turnedIm * sin[k];
      const oddIm = turnedIm * cos[k] - turnedRe * sin[k];
      x[2 * k + 1] = evenRe - oddIm;
      x[2 * k] = evenIm + oddRe;
      x[2 * j + 1] = evenRe + oddIm;
      x[2 * j] = oddRe - evenIm;
    }
    const z = this.complex(x);
    for (let i = 0; i < half; i++) {
      output[2 * i] = z[2 * i + 1] / half;
      output[2 * i + 1] = z[2 * i] / half;
    }
  }

  /** The transform of `input` as complex numbers, real and imaginary part in turn; it stands in a work space. */
  private complex(input: Float64Array): Float64Array {
    const { half, size, cos, sin, work } = this;
    let from = input;
    let to = work[0];
    let stride = 1;
    let length = half;
    for (; length > 4; length /= 4, stride *= 4) {
      passOfFour(from, to, length, stride, cos, sin, size / length);
      from = to;
      to = from === work[0] ? work[1] : work[0];
    }
    if (length === 4) lastOfFour(from, to, 2 * stride);
    else lastOfTwo(from, to, 2 * stride);
    return to;
  }
}

const plans = new Map<number, RealFft>();

/** The plan for transforms of `size` samples, made when it is first asked for. */
export function realFft(size: number): RealFft {
  let plan = plans.get(size);
  if (plan === undefined) {
    plan = new RealFft(size);
    plans.set(size, plan);
  }
  return plan;
}

/** The least power of two that is not below `n`. */
export function nextPowerOfTwo(n: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, n)));
}

/** One pass: `stride` interleaved transforms of `length` become four times as many of a quarter of that. */
function passOfFour(
  x: Float64Array,
  y: Float64Array,
  length: number,
  stride: number,
  cos: Float64Array,
  sin: Float64Array,
  turn: number,
): void {
  const quarter = length / 4;
  const row = 2 * stride;
  const step = quarter * row;
  for (let p = 0; p < quarter; p++) {
    const k = p * turn;
    const c1 = cos[k];
    const s1 = sin[k];
    const c2 = cos[2 * k];
    const s2 = sin[2 * k];
    const c3 = cos[3 * k];
    const s3 = sin[3 * k];
    let a = p * row;
    let out = 4 * a;
    for (const end = a + row; a < end; a += 2, out += 2) {
      const b = a + step;
      const c = b + step;
      const d = c + step;
      const sumRe = x[a] + x[c];
      const sumIm = x[a + 1] + x[c + 1];
      const difRe = x[a] - x[c];
      const difIm = x[a + 1] - x[c + 1];
      const sum2Re = x[b] + x[d];
      const sum2Im = x[b + 1] + x[d + 1];
      const dif2Re = x[b] - x[d];
      const dif2Im = x[b + 1] - x[d + 1];
      y[out] = sumRe + sum2Re;
      y[out + 1] = sumIm + sum2Im;
      const firstRe = difRe + dif2Im;
      const firstIm = difIm - dif2Re;
      y[out + row] = firstRe * c1 - firstIm * s1;
      y[out + row + 1] = firstIm * c1 + firstRe * s1;
      const secondRe = sumRe - sum2Re;
      const secondIm = sumIm - sum2Im;
      y[out + 2 * row] = secondRe * c2 - secondIm * s2;
      y[out + 2 * row + 1] = secondIm * c2 + secondRe * s2;
      const thirdRe = difRe - dif2Im;
      const thirdIm = difIm + dif2Re;
      y[out + 3 * row] = thirdRe * c3 - thirdIm * s3;
      y[out + 3 * row + 1] = thirdIm * c3 + thirdRe * s3;
    }
  }
}

/** The last pass, of transforms of four: nothing is turned any more. */
function lastOfFour(x: Float64Array, y: Float64Array, row: number): void {
  for (let a = 0; a < row; a += 2) {
    const b = a + row;
    const c = b + row;
    const d = c + row;
    const sumRe = x[a] + x[c];
    const sumIm = x[a + 1] + x[c + 1];
    const difRe = x[a] - x[c];
    const difIm = x[a + 1] - x[c + 1];
    const sum2Re = x[b] + x[d];
    const sum2Im = x[b + 1] + x[d + 1];
    const dif2Re = x[b] - x[d];
    const dif2Im = x[b + 1] - x[d + 1];
    y[a] = sumRe + sum2Re;
    y[a + 1] = sumIm + sum2Im;
    y[b] = difRe + dif2Im;
    y[b + 1] = difIm - dif2Re;
    y[c] = sumRe - sum2Re;
    y[c + 1] = sumIm - sum2Im;
    y[d] = difRe - dif2Im;
    y[d + 1] = difIm + dif2Re;
  }
}

/** The last pass, of transforms of two. */
function lastOfTwo(x: Float64Array, y: Float64Array, row: number): void {
  for (let a = 0; a < row; a++) {
    y[a] = x[a] + x[a + row];
    y[a + row] = x[a] - x[a + row];
  }
}
