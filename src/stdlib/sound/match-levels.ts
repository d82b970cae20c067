import type { Samples } from "./clip.ts";
import { loudness } from "./loudness.ts";
import { safeGain, safePeak } from "./safe-level.ts";

/** How loud compared sounds are heard, in LUFS: the level that ReplayGain 2.0 brings music to. */
const comparedLoudness = -18;

const decibels = (factor: number) => 20 * Math.log10(factor);

/**
 * Factors that make sounds equally loud: all to −18 LUFS, or all to less where one of them would exceed `safePeak`. A
 * silent sound keeps its level.
 */
export function matchLevels(sounds: readonly Samples[]): number[] {
  const all = sounds.map((sound) => ({ level: loudness(sound), headroom: headroomOf(sound) }));
  const target = Math.min(
    comparedLoudness,
    ...all.map(({ level, headroom }) => level + headroom).filter(Number.isFinite),
  );
  return all.map(({ level }) => (Number.isFinite(level) ? 10 ** ((target - level) / 20) : 1));
}

/** How much louder a sound can become before its greatest sample is at `safePeak`, in dB. */
function headroomOf({ y }: Samples): number {
  let peak = 0;
  for (let i = 0; i < y.length; i++) peak = Math.max(peak, Math.abs(y[i]!));
  return decibels(safePeak / peak);
}

/** The factors that only keep sounds at a safe level, the same for all. */
export function keepLevels(sounds: readonly Samples[]): number[] {
  const gain = safeGain(sounds.map(({ y }) => y));
  return sounds.map(() => gain);
}
