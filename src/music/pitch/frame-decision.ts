/** What was decided about a frame: written anew for each, so that a frame costs no memory. */
export type FrameDecision = {
  /** The lag chosen, in steps of the curve, between them by interpolation; 0 when there is none. */
  lag: number;
  /** The pitch there in Hz, whether or not the frame counts as voiced; 0 when there is none. */
  hz: number;
  /** From 0 to 1. */
  confidence: number;
  voiced: boolean;
};

/** A decision for nothing. */
export function noDecision(): FrameDecision {
  return { lag: 0, hz: 0, confidence: 0, voiced: false };
}
