import { requirePositive, requireSignal, type Signal } from "../base/signal.ts";

/**
 * The sound with its greatest sample at ±`peak` (librosa.util.normalize). Silence stays silence. Throws when peak is
 * not above 0.
 *
 * @param y the samples
 * @example
 * music.normalize(Float32Array.of(0.1, -0.25, 0.2))
 */
export function normalize(
  y: Signal,
  {
    peak = 1,
  }: {
    /** How great the greatest sample becomes. Default 1, full scale. */
    peak?: number;
  } = {},
): Float64Array {
  requireSignal(y, "normalize");
  requirePositive(peak, "peak", "normalize");
  let greatest = 0;
  for (let i = 0; i < y.length; i++) greatest = Math.max(greatest, Math.abs(y[i]));
  const out = new Float64Array(y.length);
  if (greatest > 0) for (let i = 0; i < out.length; i++) out[i] = peak * (y[i] / greatest);
  return out;
}
