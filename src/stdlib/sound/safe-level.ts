/** The greatest sample that is ever sent to the loudspeaker: one decibel below full scale, as broadcasters leave. */
export const safePeak = 10 ** (-1 / 20);

/**
 * The factor that brings samples down to `safePeak`: 1 where they stay below it. What is quiet is not made louder. Throws
 * RangeError when a sample is no finite number, as a file may hold one.
 */
export function safeGain(channels: readonly ArrayLike<number>[]): number {
  let peak = safePeak;
  for (const y of channels) for (let i = 0; i < y.length; i++) peak = Math.max(peak, Math.abs(y[i]!));
  if (!Number.isFinite(peak)) {
    throw new RangeError("This sound cannot be played: one of its samples is no finite number.");
  }
  return safePeak / peak;
}
