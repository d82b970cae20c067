import type { FrameDecision } from "./frame-decision.ts";
import type { FrameReader } from "./frame-reader.ts";
import { differenceOf, parabolaShift } from "./lag-curve.ts";
import { pickDip } from "./pick-dip.ts";

/** What d′ has to be below. */
export const DEFAULT_THRESHOLD = 0.1;
/** A frame is voiced from this confidence on. */
const VOICED_FROM = 0.25;
const VOICED_FROM_PLAIN = 0.5;

/** The threshold for the frame that was read: in noise no dip is deep, and it counts from the deepest one. */
export function yinThreshold({ curve, options }: FrameReader, threshold: number): number {
  if (options.plain) return threshold;
  let lowest = 1;
  for (let k = curve.first; k <= curve.last; k++) lowest = Math.min(lowest, curve.normalized[k]);
  return lowest + threshold * (1 - lowest);
}

/** Decides by the first dip of d′ under the threshold. */
export function decideYin(reader: FrameReader, threshold: number, decision: FrameDecision): void {
  const { curve, options } = reader;
  if (!options.plain) differenceOf(curve);
  const at = pickDip(curve, yinThreshold(reader, threshold));
  decision.lag = 0;
  decision.hz = 0;
  decision.confidence = 0;
  decision.voiced = false;
  if (at < 0 || !(curve.tonal > 0)) return;
  const values = curve.normalized;
  const inside = at > curve.first && at < curve.last;
  decision.lag = at + (inside ? parabolaShift(values[at - 1], values[at], values[at + 1]) : 0);
  decision.hz = reader.hzAt(decision.lag);
  const depth = options.plain ? 1 - values[at] : curve.likeness[at] * Math.sqrt(curve.tonal);
  decision.confidence = Math.min(1, Math.max(0, depth));
  decision.voiced = reader.sounds && decision.confidence >= (options.plain ? VOICED_FROM_PLAIN : VOICED_FROM);
}
