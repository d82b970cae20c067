import { RandomNumbers } from "../base/random.ts";
import { nextPowerOfTwo, realFft } from "../base/real-fft.ts";
import { requirePositive } from "../base/signal.ts";
import { sampleCount } from "./sample-count.ts";

/** How noise is made. */
export type NoiseOptions = {
  /** Samples a second. */
  sr: number;
  /** How long it is, in seconds. Default 1. */
  duration?: number;
  /** "white": as much power in every Hz. "pink": as much in every octave, 3 dB less a Hz an octave higher. Default "white". */
  color?: "white" | "pink";
  /** Its root mean square, on average. Default 0.2. */
  rms?: number;
  /** Decides it. Default 0. */
  seed?: number;
};

const LEAST_TRANSFORM = 4;

/**
 * Noise with normally distributed samples: the same for the same seed. Throws when an option is not right.
 *
 * @example
 * const y = music.noise({color: "pink", sr: 22050, duration: 0.5, seed: 1});
 * Plot.plot({height: 120, marks: [Plot.lineY(y.subarray(0, 1000))]})
 */
export function noise({
  sr,
  duration = 1,
  color = "white",
  rms = 0.2,
  seed = 0,
}: NoiseOptions): Float64Array {
  const count = sampleCount(duration, sr, "noise");
  requirePositive(rms, "rms", "noise");
  if (color !== "white" && color !== "pink") {
    throw new RangeError(`noise: color is "${color}"; it must be "white" or "pink".`);
  }
  const random = new RandomNumbers(seed, "noise");
  if (color === "white") return Float64Array.from({ length: count }, () => rms * random.normal());
  return pinkNoise(count, rms, random);
}

/** White noise whose bin k is multiplied by 1/√k, scaled so that the power is what was asked for. */
function pinkNoise(count: number, rms: number, random: RandomNumbers): Float64Array {
  const size = Math.max(LEAST_TRANSFORM, nextPowerOfTwo(count));
  const half = size / 2;
  const re = new Float64Array(half + 1);
  const im = new Float64Array(half + 1);
  const y = Float64Array.from({ length: size }, () => random.normal());
  realFft(size).transform(y, re, im);
  let power = 0;
  for (let k = 1; k <= half; k++) power += (k === half ? 1 : 2) / k;
  re[0] = 0;
  for (let k = 1; k <= half; k++) {
    const weight = rms * Math.sqrt(size / power / k);
    re[k] *= weight;
    im[k] *= weight;
  }
  realFft(size).inverse(re, im, y);
  return y.subarray(0, count).slice();
}
