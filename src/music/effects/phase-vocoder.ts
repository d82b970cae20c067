import { requirePositive } from "../base/signal.ts";
import { requireComplex } from "../spectrum/istft.ts";
import type { ComplexSpectrogram } from "../spectrum/stft.ts";
import { lockPhases } from "./phase-lock.ts";

/** More would not fit into a browser's memory. */
const MOST_VALUES = 2 ** 26;

/** How fast, and how phases go on. */
export type VocoderOptions = {
  /** How many times as fast: 2 halves the length, 0.5 doubles it. */
  rate: number;
  /**
   * True: the bins of one tone turn together (Laroche and Dolson 1999), so that tones keep their level and sound
   * nearer. False (default): each by itself, as in librosa.
   */
  phaseLock?: boolean;
};

/**
 * Spectra that last 1 / rate times as long, at the same pitch: their magnitudes are interpolated between frames, and
 * their phases turn on from frame to frame by as much as they did there (Flanagan and Golden 1966; librosa.phase_vocoder).
 * Throws when rate is not above 0, or the result would be too long.
 *
 * @param spectra what `music.stft` gives
 * @example
 * const y = Float32Array.from({length: 8000}, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 8000)); // a second of A4
 * const slow = music.phaseVocoder(music.stft(y, {nFft: 512}), {rate: 0.5});
 * display(`${slow.frames} frames`);
 */
export function phaseVocoder(spectra: ComplexSpectrogram, options: VocoderOptions): ComplexSpectrogram {
  requireComplex(spectra, "phaseVocoder");
  return stretched(spectra, options, "phaseVocoder");
}

/** {@link phaseVocoder} of spectra that are known to be right, for a caller whose name the errors bear. */
export function stretched(
  spectra: ComplexSpectrogram,
  { rate, phaseLock = false }: VocoderOptions,
  caller: string,
): ComplexSpectrogram {
  requirePositive(rate, "rate", caller);
  const { bins } = spectra;
  const frames = Math.ceil(spectra.frames / rate);
  if (frames * bins > MOST_VALUES) {
    throw new RangeError(
      `${caller}: rate is ${rate}; the result would have ${frames} frames, which is too much.`,
    );
  }
  const out = { re: new Float64Array(frames * bins), im: new Float64Array(frames * bins), frames, bins };
  let here = polar(spectra, 0, empty(bins));
  let next = polar(spectra, 1, empty(bins));
  let known = 0;
  const phase = here.angle.slice();
  for (let t = 0; t < frames; t++) {
    const step = t * rate;
    const frame = Math.floor(step);
    if (frame !== known) {
      [here, next] = frame === known + 1 ? [next, here] : [polar(spectra, frame, here), next];
      next = polar(spectra, frame + 1, next);
      known = frame;
    }
    const share = step - frame;
    if (phaseLock) {
      const nearest = share < 0.5 ? here : next;
      lockPhases(phase, nearest.magnitude, nearest.angle);
    }
    for (let k = 0, i = t * bins; k < bins; k++, i++) {
      const magnitude = (1 - share) * here.magnitude[k] + share * next.magnitude[k];
      out.re[i] = magnitude * Math.cos(phase[k]);
      out.im[i] = magnitude * Math.sin(phase[k]);
      // Frames come as often as they were taken, so that whole turns, of which nobody knows the number, do not matter.
      phase[k] += next.angle[k] - here.angle[k];
    }
  }
  return out;
}

type Polar = { magnitude: Float64Array; angle: Float64Array };

function empty(bins: number): Polar {
  return { magnitude: new Float64Array(bins), angle: new Float64Array(bins) };
}

/** Frame t by length and angle, written to `out`; behind the last frame there is silence. */
function polar({ re, im, frames, bins }: ComplexSpectrogram, t: number, out: Polar): Polar {
  for (let k = 0, i = t * bins; k < bins; k++, i++) {
    out.magnitude[k] = t < frames ? Math.sqrt(re[i] * re[i] + im[i] * im[i]) : 0;
    out.angle[k] = t < frames ? Math.atan2(im[i], re[i]) : 0;
  }
  return out;
}
