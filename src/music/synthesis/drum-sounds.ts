import type { RandomNumbers } from "../base/random.ts";
import { type BiquadType, biquadOf } from "./biquad.ts";
import { filtered } from "./lfilter.ts";
import { wave } from "./oscillator.ts";

/** What the parts of a drum are made with. */
export type DrumShop = { sr: number; random: RandomNumbers };

/** Frequencies of which none is a partial of another: the oscillators behind the cymbals of Roland's TR-808. */
const METAL_HZ = [205.3, 304.4, 369.6, 522.7, 540, 800];
/** Filters' corners stay below this part of the sample rate. */
const HIGHEST_SHARE = 0.4;

/** A skin: a sine that falls from one frequency to another, `fall` seconds to come 63 % nearer, and dies away. */
export function skin(
  {
    from,
    to,
    fall,
    decay,
    seconds,
  }: { from: number; to: number; fall: number; decay: number; seconds: number },
  { sr }: DrumShop,
): Float64Array {
  return Float64Array.from({ length: Math.round(seconds * sr) }, (_, i) => {
    const t = i / sr;
    // The integral of the falling frequency.
    const cycles = to * t + (from - to) * fall * -Math.expm1(-t / fall);
    return Math.sin(2 * Math.PI * cycles) * 10 ** ((-3 * t) / decay);
  });
}

/** Noise that falls by 60 dB in `decay` seconds. */
export function hiss(seconds: number, decay: number, { sr, random }: DrumShop): Float64Array {
  return Float64Array.from(
    { length: Math.round(seconds * sr) },
    (_, i) => (2 * random.uniform() - 1) * 10 ** ((-3 * i) / (sr * decay)),
  );
}

/** The clang of a cymbal: square waves that do not fit together, falling by 60 dB in `decay` seconds. */
export function clang(seconds: number, decay: number, { sr }: DrumShop): Float64Array {
  const out = new Float64Array(Math.round(seconds * sr));
  for (const hz of METAL_HZ) {
    const square = wave({ shape: "square", hz, sr, duration: seconds }, "drum");
    for (let i = 0; i < out.length; i++) out[i] += square[i] / METAL_HZ.length;
  }
  return out.map((sample, i) => sample * 10 ** ((-3 * i) / (sr * decay)));
}

/** A sound through a filter; at a low sample rate its corner comes down with what can be heard. */
export function through(type: BiquadType, hz: number, y: Float64Array, { sr }: DrumShop, q = Math.SQRT1_2) {
  const { b, a } = biquadOf({ type, hz: Math.min(hz, HIGHEST_SHARE * sr), q, sr }, "drum");
  return filtered(b, a, y, "drum");
}

/** The sum of parts, each with its level; as long as the longest. */
export function mixed(parts: readonly [level: number, part: Float64Array][]): Float64Array {
  const out = new Float64Array(Math.max(...parts.map(([, part]) => part.length)));
  for (const [level, part] of parts) {
    for (let i = 0; i < part.length; i++) out[i] += level * part[i];
  }
  return out;
}
