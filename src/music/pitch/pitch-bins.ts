import type { ResolvedPitchOptions } from "./pitch-options.ts";

const BINS_A_SEMITONE = 10;
const BINS_AN_OCTAVE = 12 * BINS_A_SEMITONE;
/** Octaves a second that a pitch moves at the most. */
const FASTEST_OCTAVES_PER_SECOND = 35.92;
/** How likely it is to begin or to end from one frame to the next. */
export const BIN_SWITCH_PROBABILITY = 0.01;
/** What a probability of 0 counts as, so that it has a logarithm. */
const TINY = 2.2250738585072014e-308;
const LOG_TINY = Math.log(TINY);
const LOG_STAY = Math.log(1 - BIN_SWITCH_PROBABILITY);
const LOG_SWITCH = Math.log(BIN_SWITCH_PROBABILITY);

/**
 * The hidden Markov model of pYIN: a bin for each tenth of a semitone, voiced or not; a pitch moves a little from one
 * frame to the next, less likely the further, and is kept in mind through what is unvoiced. States are numbered as in
 * librosa: voiced bins first, then the same unvoiced.
 */
export class PitchBins {
  readonly bins: number;
  /** Bins to either side that a pitch may move. */
  readonly reach: number;
  private readonly fmin: number;
  private readonly logMoves: Float64Array;
  private readonly logRows: Float64Array;
  private readonly voiced: Float64Array;
  private readonly unvoiced: Float64Array;
  private readonly starts: Float64Array;
  private readonly fromUnvoiced: Int32Array;
  private readonly nextVoiced: Float64Array;
  private readonly nextUnvoiced: Float64Array;

  constructor({ sr, fmin, fmax, hopLength }: ResolvedPitchOptions) {
    this.fmin = fmin;
    this.bins = Math.floor(BINS_AN_OCTAVE * Math.log2(fmax / fmin)) + 1;
    const semitones = roundHalfToEven((FASTEST_OCTAVES_PER_SECOND * 12 * hopLength) / sr);
    this.reach = (semitones * BINS_A_SEMITONE) / 2;
    const { bins, reach } = this;
    const moves = Float64Array.from({ length: reach + 1 }, (_, k) => 1 - k / (reach + 1));
    this.logMoves = moves.map(Math.log);
    this.logRows = Float64Array.from({ length: bins }, (_, i) => {
      let sum = 0;
      for (let j = Math.max(0, i - reach); j <= Math.min(bins - 1, i + reach); j++) {
        sum += moves[Math.abs(i - j)];
      }
      return Math.log(sum);
    });
    // Before the first frame nothing sounds.
    this.voiced = new Float64Array(bins).fill(LOG_TINY);
    this.unvoiced = new Float64Array(bins).fill(-Math.log(bins));
    this.starts = new Float64Array(bins);
    this.fromUnvoiced = new Int32Array(bins);
    this.nextVoiced = new Float64Array(bins);
    this.nextUnvoiced = new Float64Array(bins);
  }

  /** How likely a move by so many bins is, far from the ends. */
  moveProbability(bins: number): number {
    return bins > this.reach ? 0 : (1 - bins / (this.reach + 1)) / (this.reach + 1);
  }

  /** The bin of a pitch; one of `bins` or more has none. */
  binOf(hz: number): number {
    return Math.max(0, roundHalfToEven(BINS_AN_OCTAVE * Math.log2(hz / this.fmin)));
  }

  /** The pitch of a bin in Hz. */
  hzOf(bin: number): number {
    return this.fmin * 2 ** (bin / BINS_AN_OCTAVE);
  }

  /** Takes the observation of the first frame. `voiced` has a probability for each bin, `unvoiced` one for all. */
  begin(voiced: Float64Array, unvoiced: number): void {
    for (let j = 0; j < this.bins; j++) {
      this.voiced[j] += Math.log(voiced[j] + TINY);
      this.unvoiced[j] += Math.log(unvoiced + TINY);
    }
  }

  /** Takes the next frame, and writes for each state where its best path came from. */
  advance(voiced: Float64Array, unvoiced: number, origins: Int32Array): void {
    const { bins } = this;
    const nextVoiced = this.step(LOG_STAY, LOG_SWITCH, origins, 0, this.nextVoiced);
    const nextUnvoiced = this.step(LOG_SWITCH, LOG_STAY, origins, bins, this.nextUnvoiced);
    for (let j = 0; j < bins; j++) {
      this.voiced[j] = nextVoiced[j] + Math.log(voiced[j] + TINY);
      this.unvoiced[j] = nextUnvoiced[j] + Math.log(unvoiced + TINY);
    }
  }

  /** The most probable state now. */
  end(): number {
    let best = 0;
    const at = (state: number) => (state < this.bins ? this.voiced[state] : this.unvoiced[state - this.bins]);
    for (let state = 1; state < 2 * this.bins; state++) if (at(state) > at(best)) best = state;
    return best;
  }

  /** The best way into each bin, from voiced and from unvoiced ones with these logarithms of a probability. */
  private step(
    logVoiced: number,
    logUnvoiced: number,
    origins: Int32Array,
    offset: number,
    out: Float64Array,
  ): Float64Array {
    const { bins, reach, logMoves, logRows, voiced, unvoiced, starts, fromUnvoiced } = this;
    const whole = this.end();
    const leap = (whole < bins ? voiced[whole] : unvoiced[whole - bins]) + LOG_TINY;
    for (let i = 0; i < bins; i++) {
      const a = voiced[i] + logVoiced;
      const b = unvoiced[i] + logUnvoiced;
      fromUnvoiced[i] = b > a ? bins : 0;
      starts[i] = Math.max(a, b) - logRows[i];
    }
    for (let j = 0; j < bins; j++) {
      // A move that cannot be is as unlikely as any other such: then only the best start counts.
      let best = leap;
      let origin = whole;
      for (let i = Math.max(0, j - reach); i <= Math.min(bins - 1, j + reach); i++) {
        const value = starts[i] + logMoves[Math.abs(i - j)];
        if (value > best) {
          best = value;
          origin = i + fromUnvoiced[i];
        }
      }
      out[j] = best;
      origins[offset + j] = origin;
    }
    return out;
  }
}

/** As Python and numpy round. */
function roundHalfToEven(x: number): number {
  const rounded = Math.round(x);
  return Math.abs(x - Math.trunc(x)) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
