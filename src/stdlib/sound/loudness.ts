import { lfilter } from "../../music/synthesis/lfilter.ts";
import type { Samples } from "./clip.ts";

const blockSeconds = 0.4;
const stepShare = 0.25;
/** Blocks below this are silence, in LUFS. */
const absoluteGate = -70;
/** Blocks so far below the mean of the others are pauses, in LU. */
const relativeGate = -10;
const offset = -0.691;

type Filter = { b: number[]; a: number[] };

/** The two filters of K-weighting at a sample rate: a shelf for the head, a high pass for the ear. */
function weighting(sr: number): [shelf: Filter, pass: Filter] {
  // The standard gives coefficients for 48 kHz; these are the analogue filters that they come from (libebur128).
  const shelf = Math.tan((Math.PI * 1681.974450955533) / sr);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const middle = high ** 0.4996667741545416;
  const shelfScale = 1 + shelf / q + shelf ** 2;
  const pass = Math.tan((Math.PI * 38.13547087602444) / sr);
  const passQ = 0.5003270373238773;
  const passScale = 1 + pass / passQ + pass ** 2;
  return [
    {
      b: [
        (high + (middle * shelf) / q + shelf ** 2) / shelfScale,
        (2 * (shelf ** 2 - high)) / shelfScale,
        (high - (middle * shelf) / q + shelf ** 2) / shelfScale,
      ],
      a: [1, (2 * (shelf ** 2 - 1)) / shelfScale, (1 - shelf / q + shelf ** 2) / shelfScale],
    },
    {
      b: [1, -2, 1],
      a: [1, (2 * (pass ** 2 - 1)) / passScale, (1 - pass / passQ + pass ** 2) / passScale],
    },
  ];
}

/** Mean squares of blocks of 0.4 s that overlap by three quarters; of a shorter sound, one of all of it. */
function blockPowers(y: Float64Array, sr: number): number[] {
  const length = Math.min(y.length, Math.round(blockSeconds * sr));
  const step = Math.max(1, Math.round(stepShare * length));
  const powers: number[] = [];
  for (let start = 0; start + length <= y.length; start += step) {
    let sum = 0;
    for (let i = start; i < start + length; i++) sum += y[i]! ** 2;
    powers.push(sum / length);
  }
  return powers;
}

const lufs = (power: number) => offset + 10 * Math.log10(power);
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * How loud a sound is heard, in LUFS: ITU-R BS.1770-4, which weights frequencies as the ear does and leaves pauses out;
 * a sine of 1 kHz at full scale has −3.01 LUFS. −Infinity for silence.
 */
export function loudness({ y, sr }: Samples): number {
  const [shelf, pass] = weighting(sr);
  const weighted = lfilter(pass.b, pass.a, lfilter(shelf.b, shelf.a, Float64Array.from(y)));
  const heard = blockPowers(weighted, sr).filter((power) => lufs(power) > absoluteGate);
  if (heard.length === 0) return Number.NEGATIVE_INFINITY;
  const gate = lufs(meanOf(heard)) + relativeGate;
  return lufs(meanOf(heard.filter((power) => lufs(power) > gate)));
}
