import type { FrameReader } from "./frame-reader.ts";
import { parabolaShift } from "./lag-curve.ts";

/** Candidates a frame, at the most. */
const MOST = 16;
/** What is less like itself than this is no candidate. */
const LEAST_LIKENESS = 0.2;
/** A peak rises by this over the lowest likeness at shorter lags. */
const LEAST_RISE = 0.25;
/** A pitch may lie so far above the highest that is looked for. */
const EDGE_RATIO = 2 ** (0.5 / 12);
/** An octave lower has to be so much more like itself: every multiple of a period is a period too. */
const OCTAVE_COST = 0.04;
/** From here octaves are counted. */
const TOP_HZ = 4500;
/** What having no pitch scores. */
const UNVOICED_SCORE = 0.05;
/** What a step of one semitone costs, and the most that any step does: a leap is rare, but no leap is rarer. */
const SEMITONE_COST = 0.1;
const LEAP_COST = 0.4;
/** What beginning and ending cost. */
const SWITCH_COST = 0.15;
/** Scores and costs, times this, are logarithms of probabilities. */
const LOG_PER_SCORE = 12;

/** The probability, up to a factor, of moving by so many semitones from one frame to the next. */
export function stepProbability(semitones: number): number {
  return Math.exp(-LOG_PER_SCORE * stepCost(semitones));
}

/** The probability, up to a factor, of beginning or ending. */
export const SWITCH_PROBABILITY: number = Math.exp(-LOG_PER_SCORE * SWITCH_COST);

function stepCost(semitones: number): number {
  return Math.min(LEAP_COST, SEMITONE_COST * semitones);
}

/**
 * The most probable path through the pitch candidates of the frames (Viterbi), which may be unvoiced in between. It
 * remembers so many frames as it has room for, so that it can also be asked about a sound that goes on.
 */
export class CandidatePath {
  private readonly room: number;
  private readonly counts: Int32Array;
  private readonly semitones: Float64Array;
  private readonly lags: Float64Array;
  private readonly likeness: Float64Array;
  private readonly scores: Float64Array;
  private readonly from: Int8Array;
  private readonly tonal: Float64Array;
  private totals: Float64Array;
  private earlier: Float64Array;
  private frames = 0;

  constructor(room: number) {
    const table = () => new Float64Array(room * MOST);
    this.room = room;
    this.counts = new Int32Array(room);
    this.semitones = table();
    this.lags = table();
    this.likeness = table();
    this.scores = table();
    this.from = new Int8Array(room * (MOST + 1));
    this.tonal = new Float64Array(room);
    this.totals = new Float64Array(MOST + 1);
    this.earlier = new Float64Array(MOST + 1);
  }

  /** Adds the frame that was read last. */
  add(reader: FrameReader): void {
    const at = this.frames % this.room;
    this.gather(reader, at);
    const { counts, semitones, scores, from, earlier: before } = this;
    const now = this.totals;
    this.totals = before;
    this.earlier = now;
    // `now` held the totals of the frame before; the new ones go into the other array.
    const totals = this.totals;
    const count = counts[at];
    const previous = (at + this.room - 1) % this.room;
    const first = this.frames === 0;
    for (let s = 0; s <= count; s++) {
      const state = s === count ? MOST : s;
      const score = state === MOST ? UNVOICED_SCORE : scores[at * MOST + s];
      let best = first ? 0 : now[MOST] - (state === MOST ? 0 : SWITCH_COST);
      let origin = MOST;
      for (let r = 0; !first && r < counts[previous]; r++) {
        const cost =
          state === MOST
            ? SWITCH_COST
            : stepCost(Math.abs(semitones[at * MOST + s] - semitones[previous * MOST + r]));
        if (now[r] - cost > best) {
          best = now[r] - cost;
          origin = r;
        }
      }
      totals[state] = best + score;
      from[at * (MOST + 1) + state] = origin;
    }
    this.frames++;
  }

  /** The best state of the frame added last; −1 for unvoiced. */
  end(): number {
    let best = MOST;
    for (let s = 0; s < this.counts[(this.frames - 1) % this.room]; s++) {
      if (this.totals[s] > this.totals[best]) best = s;
    }
    return best === MOST ? -1 : best;
  }

  /** The state of the frame before `frame` on the path that leads to its state. */
  before(frame: number, state: number): number {
    const origin = this.from[(frame % this.room) * (MOST + 1) + (state < 0 ? MOST : state)];
    return origin === MOST ? -1 : origin;
  }

  /** The lag of a candidate, in steps of the curve. */
  lagOf(frame: number, state: number): number {
    return this.lags[(frame % this.room) * MOST + state];
  }

  /** How much of the frame repeats with a candidate's period. */
  confidenceOf(frame: number, state: number): number {
    const at = frame % this.room;
    return Math.min(1, this.likeness[at * MOST + state] * Math.sqrt(this.tonal[at]));
  }

  /** How many candidates a frame has. */
  countOf(frame: number): number {
    return this.counts[frame % this.room];
  }

  /** The probability of a candidate, or of there being no pitch (state −1). */
  probabilityOf(frame: number, state: number): number {
    const at = frame % this.room;
    const score = (s: number) =>
      Math.exp(LOG_PER_SCORE * (s < 0 ? UNVOICED_SCORE : this.scores[at * MOST + s]));
    let sum = 0;
    for (let s = -1; s < this.counts[at]; s++) sum += score(s);
    return score(state) / sum;
  }

  /** The peaks of the likeness; if there are more than there is room for, the best. */
  private gather({ curve, sounds, options }: FrameReader, at: number): void {
    const { likeness, first, last, lagStep } = curve;
    const { semitones, lags, scores, tonal } = this;
    const swing = Math.sqrt(curve.tonal);
    let count = 0;
    tonal[at] = curve.tonal;
    let lowest = 1;
    for (let k = 1; sounds && k <= last; k++) {
      lowest = Math.min(lowest, likeness[k]);
      if (k < first) continue;
      const value = likeness[k];
      if (value <= LEAST_LIKENESS || value < likeness[k - 1] || value <= likeness[k + 1]) continue;
      // Within a period the likeness falls to nothing and less: what hardly rises again is a ripple.
      if (value < lowest + LEAST_RISE) continue;
      const shift = parabolaShift(likeness[k - 1], value, likeness[k + 1]);
      const lag = k + shift;
      if (lag * lagStep * options.fmax * EDGE_RATIO < options.sr) continue;
      const top = Math.min(1, value - ((likeness[k - 1] - likeness[k + 1]) * shift) / 4);
      const octavesDown = Math.log2((TOP_HZ * lag * lagStep) / options.sr);
      const score = swing * top - OCTAVE_COST * octavesDown;
      let place = count;
      if (count < MOST) count++;
      else {
        place = 0;
        for (let i = 1; i < MOST; i++) if (scores[at * MOST + i] < scores[at * MOST + place]) place = i;
        if (score <= scores[at * MOST + place]) continue;
      }
      lags[at * MOST + place] = lag;
      this.likeness[at * MOST + place] = top;
      scores[at * MOST + place] = score;
      semitones[at * MOST + place] = -12 * octavesDown;
    }
    this.counts[at] = count;
  }
}
