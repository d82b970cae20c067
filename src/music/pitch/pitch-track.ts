import type { FrameDecision } from "./frame-decision.ts";
import type { FrameReader } from "./frame-reader.ts";

/** The pitch of a sound frame by frame. */
export type PitchTrack = {
  /** The middle of each frame, in seconds. */
  times: Float64Array;
  /** The pitch in Hz; 0 where there is none. */
  f0: Float64Array;
  /** 1 where there is a pitch, else 0. */
  voiced: Uint8Array;
  /** From 0 to 1: how much of the frame repeats with the period. */
  confidence: Float64Array;
};

/** Room for `frames` frames. */
export function emptyTrack(frames: number): PitchTrack {
  return {
    times: new Float64Array(frames),
    f0: new Float64Array(frames),
    voiced: new Uint8Array(frames),
    confidence: new Float64Array(frames),
  };
}

/** Writes what was decided about a frame to place `at`. */
export function writeFrame(
  track: PitchTrack,
  at: number,
  reader: FrameReader,
  { hz, confidence, voiced }: FrameDecision,
): void {
  track.times[at] = reader.centre / reader.options.sr;
  track.f0[at] = voiced ? hz : 0;
  track.voiced[at] = voiced ? 1 : 0;
  track.confidence[at] = confidence;
}
