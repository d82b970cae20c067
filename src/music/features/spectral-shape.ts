import { requirePositive, type Signal } from "../base/signal.ts";
import { fftFrequencies, frameOf, type Spectrogram } from "../base/spectrogram.ts";
import { magnitudeSpectrogram, type StftOptions } from "../spectrum/stft.ts";

/** Samples a second, and how the spectra are taken when a signal is given. */
export type SpectralOptions = StftOptions & {
  /** Samples a second. */
  sr: number;
};

/** A signal, or magnitude spectra made before. */
export type SpectralInput = Signal | Spectrogram;

/**
 * The balance point of each frame's magnitude spectrum, in Hz; 0 for a silent frame (librosa spectral_centroid).
 *
 * @param input the samples, or magnitude spectra made before
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.spectralCentroid(y, {sr: 8000})[5]); // Hz
 */
export function spectralCentroid(input: SpectralInput, options: SpectralOptions): Float64Array {
  return perFrame(input, options, centroid);
}

/**
 * How far each frame's spectrum spreads about its centroid, in Hz (librosa spectral_bandwidth, p = 2).
 *
 * @param input the samples, or magnitude spectra made before
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.spectralBandwidth(y, {sr: 8000})[5]); // Hz
 */
export function spectralBandwidth(input: SpectralInput, options: SpectralOptions): Float64Array {
  return perFrame(input, options, (magnitudes, frequencies) => {
    const centre = centroid(magnitudes, frequencies);
    const total = magnitudes.reduce((a, b) => a + b, 0);
    let spread = 0;
    for (let k = 0; k < magnitudes.length; k++) spread += magnitudes[k] * (frequencies[k] - centre) ** 2;
    return total > 0 ? Math.sqrt(spread / total) : 0;
  });
}

/**
 * The frequency in Hz below which `rollPercent` (default 0.85) of each frame's magnitude lies
 * (librosa spectral_rolloff).
 *
 * @param input the samples, or magnitude spectra made before
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.spectralRolloff(y, {sr: 8000, rollPercent: 0.95})[5]); // Hz
 */
export function spectralRolloff(
  input: SpectralInput,
  options: SpectralOptions & {
    /** The share that lies below, between 0 and 1. */
    rollPercent?: number;
  },
): Float64Array {
  const { rollPercent = 0.85 } = options;
  if (!(rollPercent > 0 && rollPercent < 1)) {
    throw new RangeError(`spectralRolloff: rollPercent is ${rollPercent}; it must lie between 0 and 1.`);
  }
  return perFrame(input, options, (magnitudes, frequencies) => {
    const enough = rollPercent * magnitudes.reduce((a, b) => a + b, 0);
    let sum = 0;
    for (let k = 0; k < magnitudes.length; k++) {
      sum += magnitudes[k];
      if (sum >= enough) return frequencies[k];
    }
    return frequencies[frequencies.length - 1];
  });
}

/**
 * Geometric over arithmetic mean of each frame's power spectrum: near 0 for a tone, near 1 for noise
 * (librosa spectral_flatness; powers below 1e-10 count as 1e-10).
 *
 * @param input the samples, or magnitude spectra made before
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * display(music.spectralFlatness(y)[5]); // near 0: a tone, no noise
 */
export function spectralFlatness(input: SpectralInput, options: StftOptions = {}): Float64Array {
  const amin = 1e-10;
  return perFrame(input, { ...options, sr: 1 }, (magnitudes) => {
    let logSum = 0;
    let sum = 0;
    for (const magnitude of magnitudes) {
      const power = Math.max(amin, magnitude * magnitude);
      logSum += Math.log(power);
      sum += power;
    }
    return Math.exp(logSum / magnitudes.length) / (sum / magnitudes.length);
  });
}

function centroid(magnitudes: Float64Array, frequencies: Float64Array): number {
  let weighted = 0;
  let total = 0;
  for (let k = 0; k < magnitudes.length; k++) {
    weighted += magnitudes[k] * frequencies[k];
    total += magnitudes[k];
  }
  return total > 0 ? weighted / total : 0;
}

function perFrame(
  input: SpectralInput,
  options: SpectralOptions,
  measure: (magnitudes: Float64Array, frequencies: Float64Array) => number,
): Float64Array {
  requirePositive(options.sr, "sr", "spectral feature");
  const spectra = "bins" in input ? input : magnitudeSpectrogram(input, options);
  const frequencies = fftFrequencies(options.sr, 2 * (spectra.bins - 1));
  return Float64Array.from({ length: spectra.frames }, (_, t) => measure(frameOf(spectra, t), frequencies));
}
