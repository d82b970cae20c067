import type { FrameDecision } from "./frame-decision.ts";
import type { FrameReader } from "./frame-reader.ts";
import { keyMaxima } from "./key-maxima.ts";
import { parabolaShift } from "./lag-curve.ts";

/** How much of the greatest key maximum is enough. */
export const DEFAULT_CUTOFF = 0.9;
/** A frame is voiced from this confidence on. */
const VOICED_FROM = 0.25;
const VOICED_FROM_PLAIN = 0.5;

/** Decides by the first key maximum that is at least `cutoff` times the greatest. `room` takes the key maxima. */
export function decideMpm(
  reader: FrameReader,
  cutoff: number,
  room: Int32Array,
  decision: FrameDecision,
): number {
  const { curve, options } = reader;
  const { likeness } = curve;
  const count = keyMaxima(curve, room);
  decision.lag = 0;
  decision.hz = 0;
  decision.confidence = 0;
  decision.voiced = false;
  if (count === 0) return 0;
  let greatest = 0;
  for (let i = 0; i < count; i++) greatest = Math.max(greatest, likeness[room[i]]);
  let i = 0;
  while (likeness[room[i]] < cutoff * greatest) i++;
  const at = room[i];
  decision.lag = at + parabolaShift(likeness[at - 1], likeness[at], likeness[at + 1]);
  decision.hz = reader.hzAt(decision.lag);
  decision.confidence = Math.min(1, Math.max(0, likeness[at] * Math.sqrt(curve.tonal)));
  decision.voiced = reader.sounds && decision.confidence >= (options.plain ? VOICED_FROM_PLAIN : VOICED_FROM);
  return count;
}
