import { realFft } from "../base/real-fft.ts";
import { windowSamples } from "../base/window.ts";
import { logBands } from "./log-bands.ts";

/** How spectral flux is measured. */
export type FluxSettings = {
  sr: number;
  nFft: number;
  hopLength: number;
  /** Frames between the spectra that are compared. */
  lag: number;
  /** Bands, an odd number, whose greatest value in the earlier spectrum counts. */
  maxSize: number;
  /** How strongly weak sounds are raised: levels are log(1 + compression × magnitude). */
  compression: number;
};

/** Measures the flux from frame to frame; it remembers the spectra of the last `lag` frames. */
export type FluxMeter = { next(frame: Float64Array): number };

/**
 * A meter of superflux (Böck and Widmer, DAFx 2013): how much louder the bands of a frame are than those of the frame
 * `lag` before, where each band is compared with the loudest of its neighbours, so that vibrato is no onset. Before
 * the first frame is silence.
 */
export function fluxMeter({ sr, nFft, lag, maxSize, compression }: FluxSettings): FluxMeter {
  const fft = realFft(nFft);
  const window = windowSamples("hann", nFft);
  const { first, weights } = logBands(sr, nFft);
  const bands = weights.length;
  const reach = (maxSize - 1) / 2;
  const frame = new Float64Array(nFft);
  const re = new Float64Array(1 + nFft / 2);
  const im = new Float64Array(1 + nFft / 2);
  // The last lag + 1 spectra, in turn.
  const spectra = Array.from({ length: lag + 1 }, () => new Float64Array(bands));
  // A full-scale sine has a magnitude of 1 whatever the length of the frame.
  const scale = (4 / nFft) * compression;
  let now = 0;
  return {
    next(samples) {
      for (let i = 0; i < nFft; i++) frame[i] = samples[i] * window[i];
      fft.transform(frame, re, im);
      for (let k = 0; k < re.length; k++) re[k] = Math.sqrt(re[k] * re[k] + im[k] * im[k]);
      const spectrum = spectra[now];
      for (let b = 0; b < bands; b++) {
        const band = weights[b];
        const low = first[b];
        let sum = 0;
        for (let k = 0; k < band.length; k++) sum += band[k] * re[low + k];
        spectrum[b] = Math.log1p(scale * sum);
      }
      now = (now + 1) % (lag + 1);
      return risen(spectrum, spectra[now], reach);
    },
  };
}

/** The mean rise over the bands against the greatest value of the earlier ones within `reach`. */
function risen(spectrum: Float64Array, earlier: Float64Array, reach: number): number {
  const bands = spectrum.length;
  let sum = 0;
  for (let b = 0; b < bands; b++) {
    let greatest = earlier[b];
    for (let r = 1; r <= reach; r++) {
      if (b >= r && earlier[b - r] > greatest) greatest = earlier[b - r];
      if (b + r < bands && earlier[b + r] > greatest) greatest = earlier[b + r];
    }
    if (spectrum[b] > greatest) sum += spectrum[b] - greatest;
  }
  return sum / bands;
}
