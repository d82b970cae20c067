import type { SamplePyramid } from "./sample-pyramid.ts";

/** At least so many samples a period, where the sample rate allows. */
const SAMPLES_A_PERIOD = 14;
/** What is compared lasts this long, or two periods. */
const COMPARED_SECONDS = 0.03;
/** The comparison is made over as many periods as fit into this, and at most so many. */
const SHIFT_SECONDS = 0.02;
const MOST_PERIODS = 8;
/** The rumble of a room or of a piano's action stays below this. */
const RUMBLE_BELOW_HZ = 1000;
/** An answer further away from the first one than this, and that share of a lag, is another pitch or noise. */
const FURTHEST_RATIO = 2 ** (30 / 1200);
const FURTHEST_LAG = 0.3;
/** The comparison reaches so far to either side of the first answer. */
const REACH_RATIO = 2 ** (0.5 / 12);

/** Sharpens a pitch that is roughly known, from the samples themselves. */
export class PeriodRefiner {
  private readonly sr: number;
  private readonly levels: number;
  private readonly samples: Float64Array[];

  /** For a pyramid of `levels`; looks at no more than `longest` samples of its level 0. */
  constructor(sr: number, levels: number, longest: number) {
    this.sr = sr;
    this.levels = levels;
    this.samples = Array.from({ length: levels }, (_, l) => new Float64Array(longest >> l));
  }

  /**
   * The pitch near `hz` around sample `centre`. The sound is compared with itself some whole number of periods later,
   * at the three lags around the best one, and a sinusoid is laid through them: exact for a sine, whereas a parabola
   * is up to four cents off. Gives `hz`, which was read at `lag` steps of a curve, again where there is no better
   * answer close to it.
   */
  refine(pyramid: SamplePyramid, centre: number, hz: number, lag: number): number {
    let level = this.levels - 1;
    while (level > 0 && this.sr / 2 ** level < SAMPLES_A_PERIOD * hz) level--;
    const rate = this.sr / 2 ** level;
    const period = rate / hz;
    const periods = Math.max(1, Math.min(MOST_PERIODS, Math.floor((SHIFT_SECONDS * rate) / period)));
    const samples = this.samples[level];
    const half = hz > RUMBLE_BELOW_HZ ? Math.round(period / 2) : 0;
    const reach = Math.ceil(periods * period * REACH_RATIO) + 2;
    const compared = Math.min(
      Math.ceil(Math.max(2 * period, COMPARED_SECONDS * rate)),
      samples.length - reach - half,
    );
    if (compared < period) return hz;
    const used = compared + reach;
    pyramid.read(level, Math.round(centre / 2 ** level) - ((used + half) >> 1), samples, used + half);
    // Less itself half a period ago, a high note keeps its pitch and loses the rumble far below it.
    if (half > 0) for (let i = 0; i < used; i++) samples[i] = samples[i + half] - samples[i];
    let shift = Math.round(periods * period);
    let middle = likenessAt(samples, compared, reach, shift);
    let left = likenessAt(samples, compared, reach, shift - 1);
    let right = likenessAt(samples, compared, reach, shift + 1);
    const most = Math.floor(period / 2);
    for (let moved = 0; moved < most && (left > middle || right > middle); moved++) {
      if (right > left) {
        shift++;
        left = middle;
        middle = right;
        right = likenessAt(samples, compared, reach, shift + 1);
      } else {
        shift--;
        right = middle;
        middle = left;
        left = likenessAt(samples, compared, reach, shift - 1);
      }
      if (shift < 2 || shift + 1 >= reach) return hz;
    }
    if (left > middle || right > middle || !(middle > 0)) return hz;
    const cosine = (left + right) / (2 * middle);
    if (!(cosine > -1 && cosine < 1)) return hz;
    const angle = Math.acos(cosine);
    const between = Math.atan((right - left) / (2 * middle * Math.sin(angle))) / angle;
    const refined = (periods * rate) / (shift + between);
    const furthest = Math.min(REACH_RATIO, FURTHEST_RATIO + FURTHEST_LAG / lag);
    return Math.max(refined / hz, hz / refined) < furthest ? refined : hz;
  }
}

/** The normalised square difference of two runs of `length` samples, `lag` apart, both around the same middle. */
function likenessAt(x: Float64Array, length: number, reach: number, lag: number): number {
  const start = (reach - lag) >> 1;
  let product = 0;
  let energy = 0;
  for (let i = start; i < start + length; i++) {
    const a = x[i];
    const b = x[i + lag];
    product += a * b;
    energy += a * a + b * b;
  }
  return energy > 0 ? (2 * product) / energy : 0;
}
