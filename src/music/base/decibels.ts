import type { Spectrogram } from "./spectrogram.ts";

/** How power is turned into decibels. */
export type DecibelOptions = {
  /** The power that is 0 dB. Default 1. */
  ref?: number;
  /** Powers below this count as this. Default 1e-10. */
  amin?: number;
  /** Nothing is shown more than this far below the loudest; null for no limit. Default 80 dB. */
  topDb?: number | null;
};

/**
 * 10 log₁₀(power / ref) of every value, cut off `topDb` below the greatest (librosa.power_to_db).
 *
 * @param power a spectrogram of powers
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * music.powerToDb(music.melSpectrogram(y, {sr: 8000})).data
 */
export function powerToDb(power: Spectrogram, options: DecibelOptions = {}): Spectrogram {
  const { ref = 1, amin = 1e-10, topDb = 80 } = options;
  if (!(amin > 0)) throw new RangeError(`powerToDb: amin is ${amin}; it must be above 0.`);
  const reference = 10 * Math.log10(Math.max(amin, Math.abs(ref)));
  const data = power.data.map((value) => 10 * Math.log10(Math.max(amin, value)) - reference);
  if (topDb === null) return { ...power, data };
  if (!(topDb >= 0)) throw new RangeError(`powerToDb: topDb is ${topDb}; it must be 0 or more, or null.`);
  const floor = data.reduce((a, b) => Math.max(a, b), -Infinity) - topDb;
  return { ...power, data: data.map((value) => Math.max(value, floor)) };
}

/** The level in dB of an amplitude against another, not below `floorDb`. */
export function amplitudeRatioDb(amplitude: number, reference: number, floorDb: number): number {
  if (!(amplitude > 0) || !(reference > 0)) return floorDb;
  return Math.max(floorDb, 20 * Math.log10(amplitude / reference));
}
