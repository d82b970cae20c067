import { requirePositive } from "./signal.ts";
import { requireSpectrogram, type Spectrogram } from "./spectrogram.ts";

/** How power is turned into decibels. */
export type DecibelOptions = {
  /** The power that is 0 dB, or "max" for the greatest there is. Default 1. */
  ref?: number | "max";
  /** Powers below this count as this. Default 1e-10 (an amplitude of 1e-5). */
  amin?: number;
  /** Nothing is shown more than this far below the loudest; null for no limit. Default 80 dB. */
  topDb?: number | null;
};

/**
 * 10 log₁₀(power / ref) of every value, cut off `topDb` below the greatest (librosa.power_to_db). Throws when a value,
 * or an option, is no number that a level can be taken of.
 *
 * @param power a spectrogram of powers
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * music.powerToDb(music.melSpectrogram(y, {sr: 8000}), {ref: "max"}).data
 */
export function powerToDb(power: Spectrogram, options: DecibelOptions = {}): Spectrogram {
  requireSpectrogram(power, "power", "powerToDb");
  return decibels(power, options, 10, "powerToDb");
}

/**
 * 20 log₁₀(|amplitude| / ref) of every value, cut off `topDb` below the greatest (librosa.amplitude_to_db). `ref` and
 * `amin` (default 1e-5) are amplitudes. Throws as `powerToDb` does.
 *
 * @param amplitude a spectrogram of magnitudes
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * const level = music.amplitudeToDb(music.magnitudeSpectrogram(y, {nFft: 512}), {ref: "max"});
 * Plot.plot({height: 150, y: {label: "dB"}, marks: [Plot.lineY(music.frameOf(level, 9))]})
 */
export function amplitudeToDb(amplitude: Spectrogram, options: DecibelOptions = {}): Spectrogram {
  requireSpectrogram(amplitude, "amplitude", "amplitudeToDb");
  return decibels(amplitude, { ...options, amin: options.amin ?? 1e-5 }, 20, "amplitudeToDb");
}

/**
 * The powers that have these levels: ref × 10^(dB / 10) (librosa.db_to_power).
 *
 * @param levels a spectrogram of decibels
 * @param ref the power that is 0 dB
 * @example
 * music.dbToPower({data: Float64Array.of(0, -10, -20), frames: 1, bins: 3}).data
 */
export function dbToPower(levels: Spectrogram, ref = 1): Spectrogram {
  requireSpectrogram(levels, "levels", "dbToPower");
  requirePositive(ref, "ref", "dbToPower");
  return { ...levels, data: levels.data.map((db) => ref * 10 ** (db / 10)) };
}

/**
 * The amplitudes that have these levels: ref × 10^(dB / 20) (librosa.db_to_amplitude).
 *
 * @param levels a spectrogram of decibels
 * @param ref the amplitude that is 0 dB
 * @example
 * music.dbToAmplitude({data: Float64Array.of(0, -6, -20), frames: 1, bins: 3}).data
 */
export function dbToAmplitude(levels: Spectrogram, ref = 1): Spectrogram {
  requireSpectrogram(levels, "levels", "dbToAmplitude");
  requirePositive(ref, "ref", "dbToAmplitude");
  return { ...levels, data: levels.data.map((db) => ref * 10 ** (db / 20)) };
}

/** The levels of values that are known to be finite: of powers with 10 dB a decade, of amplitudes with 20. */
export function decibels(
  { data, frames, bins }: Spectrogram,
  { ref = 1, amin = 1e-10, topDb = 80 }: DecibelOptions,
  perDecade: 10 | 20,
  caller: string,
): Spectrogram {
  requirePositive(amin, "amin", caller);
  if (topDb !== null && !(topDb >= 0)) {
    throw new RangeError(`${caller}: topDb is ${topDb}; it must be 0 or more, or null.`);
  }
  if (ref !== "max" && !Number.isFinite(ref)) {
    throw new RangeError(`${caller}: ref is ${ref}; it must be a number, or "max".`);
  }
  let greatest = 0;
  for (let i = 0; i < data.length; i++) greatest = Math.max(greatest, Math.abs(data[i]));
  const level = (value: number) => perDecade * Math.log10(Math.max(amin, Math.abs(value)));
  const reference = level(ref === "max" ? greatest : ref);
  const floor = topDb === null ? -Infinity : level(greatest) - reference - topDb;
  const levels = new Float64Array(data.length);
  for (let i = 0; i < data.length; i++) levels[i] = Math.max(floor, level(data[i]) - reference);
  return { data: levels, frames, bins };
}

/** The level in dB of an amplitude against another, not below `floorDb`. */
export function amplitudeRatioDb(amplitude: number, reference: number, floorDb: number): number {
  if (!(amplitude > 0) || !(reference > 0)) return floorDb;
  return Math.max(floorDb, 20 * Math.log10(amplitude / reference));
}
