import { type RealFft, realFft } from "../base/real-fft.ts";

/**
 * The inverse transform of a real spectrum, which a power spectrum is: sums of cosines, in half the time that a
 * transform for spectra of any kind takes (the discrete cosine transform of type I as in Numerical Recipes, §12.4.1).
 */
export class CosineSums {
  private readonly fft: RealFft;
  private readonly cos: Float64Array;
  private readonly sin: Float64Array;
  private readonly folded: Float64Array;
  private readonly re: Float64Array;
  private readonly im: Float64Array;

  /** For bins 0 … size; `size` is a power of two, at least 4. */
  constructor(size: number) {
    this.fft = realFft(size);
    this.cos = Float64Array.from({ length: size / 2 }, (_, j) => Math.cos((Math.PI * j) / size));
    this.sin = Float64Array.from({ length: size / 2 }, (_, j) => Math.sin((Math.PI * j) / size));
    this.folded = new Float64Array(size);
    this.re = new Float64Array(size / 2 + 1);
    this.im = new Float64Array(size / 2 + 1);
  }

  /** Writes Σ c_j p_j cos(π j k / size) for k = 0 … size − 1 to `out`; c_j is ½ for the first bin and the last, else 1. */
  transform(p: Float64Array, out: Float64Array): void {
    const { fft, cos, sin, folded, re, im } = this;
    const size = folded.length;
    let odd = (p[0] - p[size]) / 2;
    folded[0] = (p[0] + p[size]) / 2;
    folded[size / 2] = p[size / 2];
    for (let j = 1; j < size / 2; j++) {
      const mean = (p[j] + p[size - j]) / 2;
      const apart = p[j] - p[size - j];
      const turned = sin[j] * apart;
      folded[j] = mean - turned;
      folded[size - j] = mean + turned;
      odd += cos[j] * apart;
    }
    fft.transform(folded, re, im);
    for (let k = 0; k < size / 2; k++) {
      odd -= im[k];
      out[2 * k] = re[k];
      out[2 * k + 1] = odd;
    }
  }
}
