import { requirePositive, requireSignal, type Signal } from "../base/signal.ts";
import { masksOf } from "../effects/hpss-masks.ts";
import { keyEstimate } from "../harmony/key-estimate.ts";
import { onsetDetect } from "../rhythm/onset-detect.ts";
import { onsetStrengthOf } from "../rhythm/onset-strength.ts";
import { pulseClarity } from "../rhythm/pulse-clarity.ts";
import { tempo } from "../rhythm/tempo.ts";
import { magnitudesOf } from "../spectrum/stft.ts";
import { type AudioFeatures, audioFeatures } from "./audio-features.ts";
import { soundColumns, trackFeatureColumns } from "./track-feature-columns.ts";

const HOP_LENGTH = 512;
/** Medians are the slowest of all; at every second frame they say the same. The time they look at stays 0.8 s. */
const PARTING = { nFft: 2048, hopLength: 1024, kernelSize: [17, 31] as [number, number] };

/**
 * Forty-five features of a stretch of music, in the order of {@link trackFeatureColumns}: 39 of {@link audioFeatures},
 * and the share of tones, the pulse clarity, the tempo, the onset rate, the key clarity and the majorness. None depends
 * on how loud the recording is. They are meant for 10 s to a minute of music at 22,050 samples a second; compare sounds
 * of one sample rate. Throws when y is empty or not finite, or sr is not above 0.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 20000}, (_, i) => Math.sin(i / 3) * Math.exp(-(i % 4000) / 400)); // 2.5 s, 120 bpm
 * const {values, descriptions} = music.trackFeatures(y, {sr: 8000});
 * display(descriptions.map(({label, unit}, i) => ({label, value: values[i], unit})));
 */
export function trackFeatures(
  y: Signal,
  {
    sr,
  }: {
    /** Samples a second. */
    sr: number;
  },
): AudioFeatures {
  requireSignal(y, "trackFeatures");
  requirePositive(sr, "sr", "trackFeatures");
  const sound = audioFeatures(y, { sr });
  const kept = soundColumns.map(({ name }) => sound.values[sound.names.indexOf(name)]);
  const novelty = onsetStrengthOf(y, { sr, hopLength: HOP_LENGTH }, "trackFeatures");
  const seconds = y.length / sr;
  const scores = keyEstimate(y, { sr }).scores.map(({ score }) => score);
  const major = Math.max(...scores.slice(0, 12));
  const minor = Math.max(...scores.slice(12));
  return {
    names: trackFeatureColumns.map(({ name }) => name),
    values: Float64Array.of(
      ...kept,
      toneShare(y),
      pulseClarity(novelty, { valuesASecond: sr / HOP_LENGTH }),
      tempo(y, { sr }).bpm,
      onsetDetect(y, { sr }).length / seconds,
      Math.max(major, minor),
      major - minor,
    ),
    descriptions: trackFeatureColumns,
  };
}

/** The energy of the tones as a share, in percent, of that of tones and strokes; 0 where there is none. */
function toneShare(y: Signal): number {
  const magnitudes = magnitudesOf(y, PARTING, "trackFeatures");
  const { harmonicMask, percussiveMask } = masksOf(magnitudes, PARTING, "trackFeatures");
  let [tones, strokes] = [0, 0];
  for (const [i, magnitude] of magnitudes.data.entries()) {
    tones += (harmonicMask.data[i] * magnitude) ** 2;
    strokes += (percussiveMask.data[i] * magnitude) ** 2;
  }
  return tones + strokes > 0 ? (100 * tones) / (tones + strokes) : 0;
}
