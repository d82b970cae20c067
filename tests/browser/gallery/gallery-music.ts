import { frameOf } from "../../../src/music/base/spectrogram.ts";
import { melSpectrogram } from "../../../src/music/spectrum/mel-spectrogram.ts";
import { magnitudeSpectrogram } from "../../../src/music/spectrum/stft.ts";
import { render } from "../../../src/music/synthesis/render.ts";
import {
  chordLanesFigure,
  chromagramFigure,
  differenceFigure,
  dtwFigure,
  f0Figure,
  keyboardFigure,
  melSpectrogramFigure,
  noveltyFigure,
  pianoRollFigure,
  selfSimilarityFigure,
  spectrogramFigure,
  spectrumFigure,
  staffFigure,
  tempogramFigure,
} from "../../../src/stdlib/figures/music/index.ts";
import type { ShowPosition } from "../../../src/stdlib/figures/music/playhead.ts";
import type { Example } from "./example.ts";
import { sound } from "./gallery-sound.ts";
import { madeUpStroke } from "./made-up-drums.ts";
import {
  chordChroma,
  foundChords,
  foundNotes,
  hummed,
  longPiece,
  onsets,
  openedPitch,
  songBars,
  sr,
  trueChords,
  truePitch,
  tune,
  tunePitch,
  tuneSound,
  tuneSpectrogram,
  tuneTempo,
} from "./made-up-music.ts";

const heard = (from: number) => sound.playNow({ y: tuneSound().subarray(Math.round(from * sr)), sr });

/** Plays the tune, with the playhead where it began. */
async function play(from: number, show: ShowPosition): Promise<void> {
  show(from);
  await heard(from);
  show(null);
}

/** Plays one key. */
const key = (midi: number) => sound.playNow({ y: render([{ onset: 0, offset: 0.4, midi }], { sr }), sr });

const struck = tune.map(({ onset }) => onset);
const bars = Array.from({ length: 20 }, (_, i) => `bar ${i + 1}`);

/** Figures of sounds and of music. */
export const musicExamples: readonly Example[] = [
  ["wave", () => [sound.waveformFigure(madeUpStroke(1), { label: "snare, made up" })]],
  [
    "spectrum",
    () => [
      spectrumFigure(frameOf(magnitudeSpectrogram(tuneSound(), { nFft: 4096 }), 10), {
        sr,
        fmin: 110,
        fmax: 5000,
        marks: [{ hz: 1000, name: "cutoff" }],
      }),
    ],
  ],
  ["spectrogram", () => [spectrogramFigure(tuneSpectrogram(), { sr, fmin: 130, fmax: 5000, play })]],
  ["spectrogram linear", () => [spectrogramFigure(tuneSpectrogram(), { sr, axis: "linear", fmax: 4000 })]],
  ["spectrogram empty", () => [spectrogramFigure(undefined, { sr })]],
  ["mel spectrogram", () => [melSpectrogramFigure(melSpectrogram(tuneSound(), { sr }), { sr })]],
  ["chromagram", () => [chromagramFigure(chordChroma())]],
  [
    "f0",
    () => [
      f0Figure(tunePitch(), {
        spectrogram: tuneSpectrogram(),
        sr,
        fmin: 200,
        fmax: 1500,
        truth: truePitch(),
        play,
      }),
    ],
  ],
  ["f0 in cents", () => [f0Figure(tunePitch(), { unit: "cents", reference: 261.63 })]],
  ["difference", () => [differenceFigure(openedPitch(), { frame: 2, sr, truth: sr / 110 })]],
  ["novelty", () => [noveltyFigure(onsets(), { truth: [...struck, 4.5], play })]],
  ["tempogram", () => [tempogramFigure(tuneTempo(), { startBpm: 120, truth: 100, play })]],
  ["self-similarity", () => [selfSimilarityFigure(songBars(), { labels: bars, play: () => undefined })]],
  ["dtw", () => [dtwFigure(hummed(), { xName: "hummed", yName: "the tune" })]],
  ["piano roll", () => [pianoRollFigure(foundNotes, { truth: tune, playNote: ({ midi }) => key(midi) })]],
  [
    "piano roll with origins",
    () => [
      pianoRollFigure(tune, {
        origins: tune.map((_, i) =>
          i % 5 === 4 ? null : i < 5 ? "Frère Jacques" : "A tune with a long name",
        ),
        playNote: ({ midi }) => key(midi),
      }),
    ],
  ],
  ["piano roll of a long piece", () => [pianoRollFigure(longPiece, { across: 10, play })]],
  ["piano roll empty", () => [pianoRollFigure([])]],
  ["chords", () => [chordLanesFigure(foundChords, { truth: trueChords, play })]],
  [
    "staff",
    () => [
      staffFigure(tune, { key: "C major", tempo: 100, title: "A tune", play: (midis) => key(midis[0]!) }),
    ],
  ],
  [
    "staff of ABC",
    () => [staffFigure("X:1\nT:Frère Jacques\nM:4/4\nL:1/4\nK:F\nF G A F | F G A F | A B [Ac]2 | A B c2 |]")],
  ],
  ["keyboard", () => [keyboardFigure({ marked: ["C4", "D#4", "A4"], truth: ["C4", "E4", "A4"], play: key })]],
  ["keyboard to look at", () => [keyboardFigure({ from: "C3", to: "C7", marked: ["C4", "F#4"] })]],
];
