import { frameOf } from "../../../src/music/base/spectrogram.ts";
import { melSpectrogram } from "../../../src/music/spectrum/mel-spectrogram.ts";
import { magnitudeSpectrogram } from "../../../src/music/spectrum/stft.ts";
import {
  melSpectrogramFigure,
  spectrogramFigure,
  spectrumFigure,
} from "../../../src/stdlib/figures/music/index.ts";
import type { Example } from "./example.ts";
import { sound } from "./gallery-sound.ts";
import { madeUpStroke } from "./made-up-drums.ts";
import { sr, tuneSound } from "./made-up-music.ts";

const heard = (from: number) => sound.playNow({ y: tuneSound().subarray(Math.round(from * sr)), sr });

/** Figures of sounds and of music. */
export const musicExamples: readonly Example[] = [
  ["wave", () => [sound.waveformFigure(madeUpStroke(1), { label: "snare, made up" })]],
  [
    "spectrum",
    () => [
      spectrumFigure(frameOf(magnitudeSpectrogram(tuneSound(), { nFft: 4096 }), 10), {
        sr,
        fmin: 110,
        fmax: 8000,
        marks: [{ hz: 1000, name: "cutoff" }],
      }),
    ],
  ],
  [
    "spectrogram",
    () => [
      spectrogramFigure(magnitudeSpectrogram(tuneSound()), {
        sr,
        fmin: 130,
        fmax: 6000,
        play: async (seconds, show) => {
          show(seconds);
          await heard(seconds);
          show(undefined);
        },
      }),
    ],
  ],
  [
    "spectrogram linear",
    () => [spectrogramFigure(magnitudeSpectrogram(tuneSound()), { sr, axis: "linear", fmax: 4000 })],
  ],
  ["spectrogram empty", () => [spectrogramFigure(undefined, { sr })]],
  ["mel spectrogram", () => [melSpectrogramFigure(melSpectrogram(tuneSound(), { sr }), { sr })]],
];
