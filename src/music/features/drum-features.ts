import { powerToDb } from "../base/decibels.ts";
import { requirePositive, requireSignal, type Signal } from "../base/signal.ts";
import { fftFrequencies, type Spectrogram } from "../base/spectrogram.ts";
import { toMel } from "../spectrum/mel-spectrogram.ts";
import { powerSpectrogram } from "../spectrum/stft.ts";
import { attackTime, decayTime, envelope, levelAt, onsetSample, temporalCentroid } from "./envelope.ts";
import { column, type FeatureDescription } from "./feature-description.ts";
import { cepstrum } from "./mfcc.ts";
import { spectralBandwidth } from "./spectral-bandwidth.ts";
import { spectralCentroid } from "./spectral-centroid.ts";
import { spectralFlatness } from "./spectral-flatness.ts";
import { spectralRolloff } from "./spectral-rolloff.ts";
import { zeroCrossingRate } from "./zero-crossing-rate.ts";

// The colour of a drum is heard in its stroke, not in its tail.
const STROKE_SECONDS = 0.2;
const EARLY_SECONDS = 0.05;
const LATE_SECONDS = 0.1;
const N_FFT = 1024;
const HOP_LENGTH = 256;
const CONCERT_A = 440;
const BASS_HZ = 150;
const MIDDLE_HZ = 600;
const TREBLE_HZ = 6000;
const MEL_BANDS = 40;
const COEFFICIENTS = 7;
const LEAST_HZ = 20;

/**
 * The columns of {@link drumFeatures}, in order.
 * @example
 * music.drumFeatureColumns.map(({label, unit}) => `${label} (${unit})`)
 */
export const drumFeatureColumns: readonly FeatureDescription[] = [
  column(
    "brightness",
    "brightness",
    "octaves above A4",
    "balance point of the energy (centroid of the power spectrum)",
  ),
  column("bandwidth", "bandwidth", "kHz", "spread of the spectrum about its balance point"),
  column("rolloff", "rolloff", "kHz", "85 % of the spectrum lies below"),
  column("noisiness", "noisiness", "dB", "spectral flatness: 0 for white noise, far below for a tone"),
  column("zeroCrossings", "zero crossings", "kHz", "how often the wave changes sign, thousands a second"),
  column("bassShare", "bass share", "%", "energy below 150 Hz"),
  column("middleShare", "middle share", "%", "energy from 150 to 600 Hz"),
  column("trebleShare", "treble share", "%", "energy above 6 kHz"),
  column(
    "brightnessChange",
    "brightness change",
    "octaves",
    "brightness from 0.1 to 0.2 s less that of the first 0.05 s",
  ),
  column("attack", "attack", "ms", "from the onset until the level is within 1 dB of its loudest"),
  column("level50", "level at 0.05 s", "dB", "level 0.05 s after the onset, against the loudest moment"),
  column("level100", "level at 0.1 s", "dB", "level 0.1 s after the onset, against the loudest moment"),
  column("level200", "level at 0.2 s", "dB", "level 0.2 s after the onset, against the loudest moment"),
  column("level500", "level at 0.5 s", "dB", "level 0.5 s after the onset, against the loudest moment"),
  column(
    "decay",
    "decay",
    "s",
    "from the end of the attack until the level is 20 dB below its loudest for good",
  ),
  column("centreOfTime", "centre of time", "s", "balance point of the energy in time, after the onset"),
  column("crest", "crest", "dB", "highest sample against the RMS of the first 0.2 s"),
  ...Array.from({ length: COEFFICIENTS }, (_, i) =>
    column(
      `timbre${i + 1}`,
      `timbre ${i + 1}`,
      "dB",
      `shape of the spectrum: MFCC ${i + 1}, mean over 0.2 s`,
    ),
  ),
];

/**
 * The features of one drum stroke, in the order of {@link drumFeatureColumns}. None depends on how loud the
 * recording is. Spectra are taken of the first 0.2 s after the onset (1024 samples, hop 256, the first centred on
 * the onset) and added up, so that the loud part counts most. Throws when the sound is silent.
 *
 * @param y the samples
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin(i / 2) * Math.exp(-i / 800)); // a stroke
 * const features = music.drumFeatures(y, {sr: 8000});
 * display(music.drumFeatureColumns.map(({label}, i) => ({label, value: features[i]})));
 */
export function drumFeatures(
  y: Signal,
  {
    sr,
  }: {
    /** Samples a second. */
    sr: number;
  },
): Float64Array {
  requireSignal(y, "drumFeatures");
  requirePositive(sr, "sr", "drumFeatures");
  const stroke = normalised(y.subarray(onsetSample(y)), Math.round(STROKE_SECONDS * sr));
  const options = { sr, nFft: N_FFT, hopLength: HOP_LENGTH };
  const power = powerSpectrogram(stroke, options);
  const spectrum = summed({ ...power, data: power.data.map(Math.sqrt) }, 0, power.frames);
  const framesAt = (seconds: number) => Math.round((seconds * sr) / HOP_LENGTH);
  const centroidOf = (start: number, end: number) => spectralCentroid(summed(power, start, end), options)[0];
  const sound = envelope(y, { sr });
  const coefficients = cepstrum(powerToDb(toMel(power, { sr, nMels: MEL_BANDS })), {
    nMfcc: COEFFICIENTS + 1,
  });
  const squares = stroke.reduce((sum, sample) => sum + sample * sample, 0);
  return Float64Array.of(
    octaves(centroidOf(0, power.frames)),
    spectralBandwidth(spectrum, options)[0] / 1000,
    spectralRolloff(spectrum, options)[0] / 1000,
    10 * Math.log10(spectralFlatness(spectrum)[0]),
    (zeroCrossingRate(stroke, { frameLength: stroke.length, hopLength: stroke.length, center: false })[0] *
      sr) /
      1000,
    energyShare(power, sr, 0, BASS_HZ),
    energyShare(power, sr, BASS_HZ, MIDDLE_HZ),
    energyShare(power, sr, TREBLE_HZ, Infinity),
    brightnessChange(
      centroidOf(0, framesAt(EARLY_SECONDS)),
      centroidOf(framesAt(LATE_SECONDS), power.frames),
    ),
    1000 * attackTime(sound),
    levelAt(sound, 0.05),
    levelAt(sound, 0.1),
    levelAt(sound, 0.2),
    levelAt(sound, 0.5),
    decayTime(sound),
    temporalCentroid(sound),
    10 * Math.log10(stroke.length / squares),
    ...meanOverFrames(coefficients).subarray(1),
  );
}

/** The first `length` samples, followed by silence if there are fewer, with the greatest at ±1. */
function normalised(y: Signal, length: number): Float64Array {
  const stroke = new Float64Array(length);
  stroke.set(y.subarray(0, length));
  const peak = stroke.reduce((greatest, sample) => Math.max(greatest, Math.abs(sample)), 0);
  if (peak === 0) throw new RangeError("drumFeatures: the sound is silent: every sample is 0.");
  return stroke.map((sample) => sample / peak);
}

/** The frames start … end − 1 added up: one spectrum. */
function summed(spectra: Spectrogram, start: number, end: number): Spectrogram {
  const data = new Float64Array(spectra.bins);
  for (let t = start; t < Math.min(end, spectra.frames); t++) {
    for (let k = 0; k < spectra.bins; k++) data[k] += spectra.data[t * spectra.bins + k];
  }
  return { data, frames: 1, bins: spectra.bins };
}

function octaves(hz: number): number {
  return Math.log2(Math.max(LEAST_HZ, hz) / CONCERT_A);
}

/** 0 when nothing sounds any more. */
function brightnessChange(earlyHz: number, lateHz: number): number {
  return lateHz === 0 ? 0 : octaves(lateHz) - octaves(earlyHz);
}

/** The share in percent of the energy from `low` Hz up to, not including, `high` Hz. */
function energyShare(power: Spectrogram, sr: number, low: number, high: number): number {
  const frequencies = fftFrequencies(sr, N_FFT);
  let inside = 0;
  let total = 0;
  for (let i = 0; i < power.data.length; i++) {
    const frequency = frequencies[i % power.bins];
    total += power.data[i];
    if (frequency >= low && frequency < high) inside += power.data[i];
  }
  return (100 * inside) / total;
}

function meanOverFrames({ data, frames, bins }: Spectrogram): Float64Array {
  const mean = new Float64Array(bins);
  for (let i = 0; i < data.length; i++) mean[i % bins] += data[i] / frames;
  return mean;
}
