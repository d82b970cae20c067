import { HALF_BAND_REACH } from "../base/half-band.ts";
import type { Signal } from "../base/signal.ts";
import { AdaptiveFrames } from "./adaptive-frames.ts";
import type { LagCurve } from "./lag-curve.ts";
import { LevelGate } from "./level-gate.ts";
import type { ResolvedPitchOptions } from "./pitch-options.ts";
import { PeriodRefiner } from "./refine-period.ts";
import { SamplePyramid } from "./sample-pyramid.ts";
import { type Comparison, WholeFrames } from "./whole-frames.ts";

/**
 * Reads the frames of a sound one after the other, whether it is there as a whole or comes in pieces: push samples,
 * and while a frame is ready, look at its curve.
 */
export class FrameReader {
  readonly options: ResolvedPitchOptions;
  /** The frame that was read last. */
  readonly curve: LagCurve;
  /** Whether that frame sounds at all. */
  sounds = false;
  /** Its number, and the sample that it is around. */
  frame = -1;
  centre = 0;

  private readonly source: AdaptiveFrames | WholeFrames;
  private readonly pyramid: SamplePyramid;
  private readonly refiner: PeriodRefiner | null;
  private readonly gate: LevelGate;
  private readonly ahead: number;

  /** `room` is how many samples are pushed at once, at the most. */
  constructor(options: ResolvedPitchOptions, compare: Comparison, room: number) {
    const { sr, frameLength, hopLength, plain } = options;
    this.options = options;
    this.source = plain ? new WholeFrames(options, compare) : new AdaptiveFrames(options);
    this.curve = this.source.curve;
    const { levels } = this.source;
    // The lowest level is behind by the reach of its filters, and rounds to its own samples.
    const behind = 2 ** levels * (HALF_BAND_REACH + 2);
    this.ahead = Math.ceil(frameLength / 2) + (levels > 1 ? behind : 0);
    this.pyramid = new SamplePyramid(levels, frameLength + room + 2 * behind + hopLength);
    this.refiner = plain ? null : new PeriodRefiner(sr, levels, frameLength);
    this.gate = new LevelGate(sr, hopLength);
  }

  /** Appends samples `from` … `to` − 1 of `y`, or zeros where it ends. */
  push(y: Signal, from: number, to: number): void {
    this.pyramid.push(y, from, to);
  }

  /** How many samples must have been pushed before frame t can be read. */
  needed(frame: number): number {
    return this.centreOf(frame) + this.ahead;
  }

  /** The sample that frame t is around. */
  centreOf(frame: number): number {
    const { center, frameLength, hopLength } = this.options;
    return frame * hopLength + (center ? 0 : frameLength >> 1);
  }

  /** Reads frame t. Frames must be read in turn. */
  read(frame: number): void {
    this.frame = frame;
    this.centre = this.centreOf(frame);
    this.source.read(this.pyramid, this.centre);
    this.sounds = this.gate.sounds(this.curve.power);
  }

  /** The pitch of frame t at `lag` steps of the curve, sharpened where the frames are adaptive. */
  hzAt(lag: number, frame: number = this.frame): number {
    const hz = this.options.sr / (lag * this.curve.lagStep);
    return this.refiner ? this.refiner.refine(this.pyramid, this.centreOf(frame), hz, lag) : hz;
  }
}
