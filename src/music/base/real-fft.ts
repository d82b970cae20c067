import { requireWhole } from "./signal.ts";

/**
 * The discrete Fourier transform of real signals of one length, prepared once and used often.
 * Radix-2 decimation in time on the half-length complex signal whose real parts are the even samples and whose
 * imaginary parts are the odd ones (Cooley and Tukey 1965; Press et al., Numerical Recipes, §12.3).
 */
export class RealFft {
  readonly size: number;
  private readonly half: number;
  private readonly cos: Float64Array;
  private readonly sin: Float64Array;
  private readonly reversed: Uint32Array;
  private readonly workRe: Float64Array;
  private readonly workIm: Float64Array;

  /** `size` in samples: a power of two, at least 4. Throws otherwise. */
  constructor(size: number) {
    requireWhole(size, 4, "size", "RealFft");
    if ((size & (size - 1)) !== 0) {
      throw new RangeError(`RealFft: size is ${size}; it must be a power of two, such as 1024 or 2048.`);
    }
    this.size = size;
    this.half = size / 2;
    this.cos = Float64Array.from({ length: this.half }, (_, k) => Math.cos((2 * Math.PI * k) / size));
    this.sin = Float64Array.from({ length: this.half }, (_, k) => -Math.sin((2 * Math.PI * k) / size));
    this.reversed = bitReversal(this.half);
    this.workRe = new Float64Array(this.half);
    this.workIm = new Float64Array(this.half);
  }

  /** Writes bins 0 … size/2 of the transform of `input` (length size) to `re` and `im`, from `offset` on. */
  transform(input: Float64Array, re: Float64Array, im: Float64Array, offset = 0): void {
    const { half, workRe, workIm, reversed, cos, sin } = this;
    for (let i = 0; i < half; i++) {
      workRe[reversed[i]] = input[2 * i];
      workIm[reversed[i]] = input[2 * i + 1];
    }
    this.butterflies();
    re[offset] = workRe[0] + workIm[0];
    im[offset] = 0;
    re[offset + half] = workRe[0] - workIm[0];
    im[offset + half] = 0;
    for (let k = 1; k < half; k++) {
      const evenRe = (workRe[k] + workRe[half - k]) / 2;
      const evenIm = (workIm[k] - workIm[half - k]) / 2;
      const oddRe = (workIm[k] + workIm[half - k]) / 2;
      const oddIm = (workRe[half - k] - workRe[k]) / 2;
      re[offset + k] = evenRe + oddRe * cos[k] - oddIm * sin[k];
      im[offset + k] = evenIm + oddRe * sin[k] + oddIm * cos[k];
    }
  }

  private butterflies(): void {
    const { half, workRe, workIm, cos, sin } = this;
    for (let span = 1; span < half; span *= 2) {
      const step = half / span;
      for (let start = 0; start < half; start += 2 * span) {
        for (let k = 0; k < span; k++) {
          const a = start + k;
          const b = a + span;
          const re = workRe[b] * cos[k * step] - workIm[b] * sin[k * step];
          const im = workRe[b] * sin[k * step] + workIm[b] * cos[k * step];
          workRe[b] = workRe[a] - re;
          workIm[b] = workIm[a] - im;
          workRe[a] += re;
          workIm[a] += im;
        }
      }
    }
  }
}

function bitReversal(size: number): Uint32Array {
  const reversed = new Uint32Array(size);
  for (let i = 1; i < size; i++) reversed[i] = (reversed[i >> 1] >> 1) | (i & 1 ? size >> 1 : 0);
  return reversed;
}
