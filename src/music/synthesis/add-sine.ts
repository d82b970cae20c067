/** A sine to be added. */
export type Sine = {
  /** In Hz. */
  hz: number;
  amplitude: number;
  /** At the first sample, in radians; 0 is a sine, π/2 a cosine. */
  phase: number;
  /** What the amplitude is multiplied by from one sample to the next. */
  factor?: number;
};

/** Samples between two exact values: the rotation loses about a digit in a thousand steps. */
const EXACT_EVERY = 256;

/** Adds a sine to `out`. A complex number is turned from sample to sample, which is much faster than so many sines. */
export function addSine(out: Float64Array, { hz, amplitude, phase, factor = 1 }: Sine, sr: number): void {
  const step = (2 * Math.PI * hz) / sr;
  const cos = factor * Math.cos(step);
  const sin = factor * Math.sin(step);
  for (let start = 0; start < out.length; start += EXACT_EVERY) {
    const level = amplitude * factor ** start;
    let re = level * Math.cos(phase + start * step);
    let im = level * Math.sin(phase + start * step);
    const end = Math.min(out.length, start + EXACT_EVERY);
    for (let i = start; i < end; i++) {
      out[i] += im;
      const next = re * cos - im * sin;
      im = im * cos + re * sin;
      re = next;
    }
  }
}
