import type { Spectrogram } from "../../../music/base/spectrogram.ts";
import { hzToMel, melToHz } from "../../../music/spectrum/mel-scale.ts";
import { checkCells, checkSpan } from "./check-cells.ts";
import { emptyFigure } from "./empty-figure.ts";
import { frequencyScale } from "./frequency-scale.ts";
import { levelsOf } from "./levels.ts";
import {
  checkFrequencyOptions,
  type FrequencyOverTimeOptions,
  frequencyFigure,
  spanOf,
} from "./spectrogram-figure.ts";

export interface MelSpectrogramOptions extends FrequencyOverTimeOptions {
  /** Samples from one frame to the next; default 512, as in `music.melSpectrogram`. */
  hopLength?: number;
  /** Lowest frequency of the bands in Hz, as it was given to `music.melSpectrogram`; default 0. */
  fmin?: number;
  /** Highest frequency of the bands in Hz; default half of `sr`. */
  fmax?: number;
}

/**
 * A mel spectrogram: how loud each band is over time, where all bands are as far apart as the ear hears them. Like
 * `spectrogramFigure`, and with the frequencies of the bands on its axis.
 *
 * @param mel what `music.melSpectrogram` gives, or `music.powerToDb` of it; undefined draws an empty frame
 * @throws TypeError when it is something else, or an option is wrong.
 * @example
 * const y = music.render(music.melody(["C4", "E4", "G4", "C5"]), {sr: 22050});
 * display(melSpectrogramFigure(music.melSpectrogram(y, {sr: 22050, nMels: 64}), {sr: 22050}));
 */
export function melSpectrogramFigure(
  mel: Spectrogram | undefined,
  options: MelSpectrogramOptions,
): HTMLElement {
  const owner = "melSpectrogramFigure";
  checkFrequencyOptions(owner, options);
  const { sr, hopLength = 512, fmin = 0, fmax = sr / 2, topDb = 80, height = 320 } = options;
  const name = options.name ?? "Mel spectrogram";
  if (mel === undefined)
    return emptyFigure(name, "The mel spectrogram appears here.", { ...options, height });
  checkCells(owner, "mel", mel, "music.melSpectrogram(…)");
  checkSpan(owner, "fmin and fmax", [fmin, fmax]);
  if (mel.data.length === 0) return emptyFigure(name, "There is no sound in it.", { ...options, height });
  // Band m of n is a triangle about the point m + 1 of n + 2 between the ends.
  const melStep = (hzToMel(fmax) - hzToMel(fmin)) / (mel.bins + 1);
  const hopSeconds = hopLength / sr;
  const view = {
    cells: mel,
    levels: levelsOf(mel.data, "power", options.values, options.ref),
    topDb,
    scale: frequencyScale("mel", fmin, fmax),
    hopSeconds,
    span: options.seconds ?? spanOf(mel.frames, hopSeconds),
    binAt: (hz: number) => (hzToMel(Math.max(0, hz)) - hzToMel(fmin)) / melStep - 0.5,
    hzOf: (bin: number) => melToHz(hzToMel(fmin) + (bin + 1) * melStep),
  };
  return frequencyFigure(view, options, name);
}
