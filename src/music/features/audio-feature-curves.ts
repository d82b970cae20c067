import { decibels } from "../base/decibels.ts";
import { fftFrequencies, type Spectrogram } from "../base/spectrogram.ts";
import { frameTransform } from "../spectrum/frame-transform.ts";
import { toMel } from "../spectrum/mel-spectrogram.ts";
import { BASS_HZ, CEPSTRA, CONTRASTS } from "./audio-feature-columns.ts";
import { cepstrum } from "./mfcc.ts";
import { levels } from "./rms.ts";
import { bandwidths } from "./spectral-bandwidth.ts";
import { centroids } from "./spectral-centroid.ts";
import { type Band, contrastBands, contrastOf, peaksAndValleys } from "./spectral-contrast.ts";
import { flatnesses } from "./spectral-flatness.ts";
import { fluxes } from "./spectral-flux.ts";
import type { Spectra } from "./spectral-input.ts";
import { rolloffs } from "./spectral-rolloff.ts";
import { crossingRates } from "./zero-crossing-rate.ts";

/** One number a frame for everything that is measured, by name, and the share in percent of the energy that is bass. */
export type Curves = {
  curves: Record<string, Float64Array>;
  bassShare: number;
  /** The RMS of each frame. */
  rms: Float64Array;
};

const ROLL_SHARE = 0.85;
const CONTRAST_FROM_HZ = 200;
const MEL_BANDS = 128;
/** Frames that are looked at together: their spectra stay in the processor's cache while all is measured. */
const CHUNK = 32;

/** Every curve of a sound whose greatest sample is at 1, in one pass over its spectra. */
export function curvesOf(sound: Float64Array, sr: number, nFft: number, hopLength: number): Curves {
  const { frames, bins, transform } = frameTransform(sound, { nFft, hopLength }, "audioFeatures");
  const frequencies = fftFrequencies(sr, nFft);
  const deep = frequencies.filter((hz) => hz < BASS_HZ).length;
  const bands = bandsUpToNyquist(frequencies);
  const spectral = ["centroid", "bandwidth", "rolloff", "flatness", "flux"];
  const curves: Record<string, Float64Array> = {};
  for (const name of spectral) curves[name] = new Float64Array(frames);
  const mel = matrix(frames, MEL_BANDS);
  const peaks = matrix(frames, bands.length);
  const valleys = matrix(frames, bands.length);
  // The frame before a chunk stands in front of it, for the flux.
  const buffer = new Float64Array((CHUNK + 1) * bins);
  const [re, im] = [new Float64Array(bins), new Float64Array(bins)];
  let [bass, energy] = [0, 0];
  for (let start = 0; start < frames; start += CHUNK) {
    const count = Math.min(CHUNK, frames - start);
    const chunk: Spectra = {
      data: buffer.subarray(bins, (count + 1) * bins),
      frames: count,
      bins,
      frequencies,
    };
    const { data } = chunk;
    for (let t = 0; t < count; t++) {
      transform(start + t, re, im, 0);
      for (let k = 0, i = t * bins; k < bins; k++, i++) {
        data[i] = re[k] * re[k] + im[k] * im[k];
        energy += data[i];
        if (k < deep) bass += data[i];
      }
    }
    mel.data.set(toMel(chunk, { sr, nMels: MEL_BANDS }).data, start * MEL_BANDS);
    for (let i = 0; i < data.length; i++) data[i] = Math.sqrt(data[i]);
    if (start === 0) buffer.copyWithin(0, bins, 2 * bins);
    const centres = centroids(chunk);
    curves.centroid.set(centres, start);
    curves.bandwidth.set(bandwidths(chunk, centres), start);
    curves.rolloff.set(rolloffs(chunk, ROLL_SHARE), start);
    curves.flatness.set(flatnesses(chunk), start);
    curves.flux.set(newShares(chunk, buffer), start);
    const found = peaksAndValleys(chunk, bands);
    peaks.data.set(found.peaks.data, start * bands.length);
    valleys.data.set(found.valleys.data, start * bands.length);
    buffer.copyWithin(0, count * bins, (count + 1) * bins);
  }
  const cepstra = cepstrum(decibels(mel, {}, 10, "audioFeatures"), { nMfcc: CEPSTRA });
  Object.assign(curves, columnsOf(cepstra, "mfcc", CEPSTRA));
  Object.assign(curves, columnsOf(contrastOf({ peaks, valleys }), "contrast", CONTRASTS));
  const framing = { frameLength: nFft, hopLength };
  curves.zeroCrossings = crossingRates(sound, framing, "audioFeatures");
  return {
    curves,
    bassShare: energy > 0 ? (100 * bass) / energy : 0,
    rms: levels(sound, framing, "audioFeatures"),
  };
}

function matrix(frames: number, bins: number): Spectrogram {
  return { data: new Float64Array(frames * bins), frames, bins };
}

/** The octaves of contrast that the sample rate reaches. */
function bandsUpToNyquist(frequencies: Float64Array): Band[] {
  const nyquist = frequencies[frequencies.length - 1];
  const nBands = Math.min(CONTRASTS - 1, Math.ceil(Math.log2(nyquist / CONTRAST_FROM_HZ)));
  return nBands < 1 ? [] : contrastBands(frequencies, { nBands }, "audioFeatures");
}

/** The flux of each frame as a share of its magnitude; `buffer` has the frame before in front. */
function newShares({ data, frames, bins }: Spectra, buffer: Float64Array): Float64Array {
  const withBefore = { data: buffer.subarray(0, (frames + 1) * bins), frames: frames + 1, bins };
  return fluxes(withBefore)
    .subarray(1)
    .map((flux, t) => {
      let total = 0;
      for (let i = t * bins; i < (t + 1) * bins; i++) total += data[i];
      return total > 0 ? flux / total : 0;
    });
}

/** The first `count` columns of numbers, each as a curve of its own; 0 where there are fewer. */
function columnsOf({ data, frames, bins }: Spectrogram, name: string, count: number) {
  const curve = (k: number) =>
    Float64Array.from({ length: frames }, (_, t) => (k < bins ? data[t * bins + k] : 0));
  return Object.fromEntries(Array.from({ length: count }, (_, k) => [`${name}${k}`, curve(k)]));
}
