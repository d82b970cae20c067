import { requireNotNegative, requirePositive, requireSignal, type Signal } from "../base/signal.ts";

/** How long the sound fades. */
export type FadeOptions = {
  /** Samples a second. */
  sr: number;
  /** Seconds until it is all there. Default 0.01. */
  fadeIn?: number;
  /** Seconds until it is gone. Default 0.01. */
  fadeOut?: number;
};

/**
 * The sound with soft ends, so that it does not click: it comes and goes by half a period of a cosine. A fade longer
 * than the sound ends where the sound does. Throws when a fade is shorter than nothing.
 *
 * @param y the samples
 * @example
 * const y = new Float32Array(800).fill(1);
 * Plot.plot({height: 150, marks: [Plot.lineY(music.fade(y, {sr: 8000, fadeIn: 0.02, fadeOut: 0.05}))]})
 */
export function fade(y: Signal, { sr, fadeIn = 0.01, fadeOut = 0.01 }: FadeOptions): Float64Array {
  requireSignal(y, "fade");
  requirePositive(sr, "sr", "fade");
  requireNotNegative(fadeIn, "fadeIn", "fade");
  requireNotNegative(fadeOut, "fadeOut", "fade");
  const out = Float64Array.from(y);
  const [coming, going] = [fadeIn * sr, fadeOut * sr];
  for (let i = 0; i < Math.min(coming, out.length); i++) out[i] *= raised(i / coming);
  for (let i = 0; i < Math.min(going, out.length); i++) out[out.length - 1 - i] *= raised(i / going);
  return out;
}

/** From 0 to 1, flat at both ends. */
function raised(share: number): number {
  return 0.5 - 0.5 * Math.cos(Math.PI * share);
}
