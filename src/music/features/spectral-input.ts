import { requirePositive, type Signal } from "../base/signal.ts";
import { fftFrequencies, requireMagnitudes, type Spectrogram } from "../base/spectrogram.ts";
import type { StftOptions } from "../spectrum/frame-transform.ts";
import { magnitudesOf } from "../spectrum/stft.ts";

/** Samples a second, and how the spectra are taken when a signal is given: hopLength is 512 by default. */
export type SpectralOptions = StftOptions & {
  /** Samples a second. */
  sr: number;
};

/** A signal, or magnitude spectra made before. */
export type SpectralInput = Signal | Spectrogram;

/** The magnitude spectra that are meant, and the frequencies of their bins in Hz. */
export type Spectra = Spectrogram & { frequencies: Float64Array };

/** The spectra of a signal, or those that were made before, checked. */
export function spectraOf(input: SpectralInput, options: SpectralOptions, caller: string): Spectra {
  requirePositive(options.sr, "sr", caller);
  const spectra = magnitudesFrom(input, options, caller);
  return { ...spectra, frequencies: fftFrequencies(options.sr, 2 * (spectra.bins - 1)) };
}

/** {@link spectraOf}, where frequencies do not matter. */
export function magnitudesFrom(input: SpectralInput, options: StftOptions, caller: string): Spectrogram {
  if (typeof input !== "object" || input === null || !("bins" in input)) {
    return magnitudesOf(input, { ...options, hopLength: options.hopLength ?? 512 }, caller);
  }
  requireMagnitudes(input, "input", caller);
  return input;
}
