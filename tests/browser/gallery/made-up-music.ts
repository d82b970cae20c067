import { dtw } from "../../../src/music/alignment/dtw.ts";
import { selfSimilarity } from "../../../src/music/alignment/self-similarity.ts";
import { chroma } from "../../../src/music/harmony/chroma.ts";
import { yin } from "../../../src/music/pitch/yin.ts";
import { onsetDetect } from "../../../src/music/rhythm/onset-detect.ts";
import { tempo } from "../../../src/music/rhythm/tempo.ts";
import { magnitudeSpectrogram } from "../../../src/music/spectrum/stft.ts";
import { melody } from "../../../src/music/symbolic/melody.ts";
import { pianoRoll } from "../../../src/music/symbolic/piano-roll.ts";
import { render } from "../../../src/music/synthesis/render.ts";

/** Samples a second of the sounds below. */
export const sr = 11_025;

/** A tune of four bars at 100 beats a minute, in C. */
export const tune = melody(
  ["E4", "G4", "C5", "B4", "A4", "F4", "D4", null, "D4", "F4", "A4", "G4", "E4", "D4", "C4"],
  { beats: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2], bpm: 100 },
);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The tune as it sounds; like all below, it is made when it is first wanted. */
export const tuneSound = once(() => render(tune, { sr, instrument: "piano" }));
export const tuneSpectrogram = once(() => magnitudeSpectrogram(tuneSound()));
export const tunePitch = once(() => yin(tuneSound(), { sr, fmin: 200, plain: true }));

/** The pitch that the tune is written with, every hundredth of a second. */
export const truePitch = once(() => {
  const times = Array.from({ length: 960 }, (_, t) => t / 100);
  const at = (time: number) => tune.find(({ onset, offset }) => time >= onset && time < offset)?.hz ?? 0;
  return { times, f0: times.map(at) };
});

export const chordSound = once(() =>
  render(
    melody(
      [
        ["C4", "E4", "G4"],
        ["A3", "C4", "E4"],
        ["F3", "A3", "C4"],
        ["G3", "B3", "D4"],
      ],
      { bpm: 60 },
    ),
    { sr },
  ),
);
export const chordChroma = once(() => chroma(chordSound(), { sr }));

/** A low tone seen through YIN. */
export const openedPitch = once(() => {
  const y = render(melody(["A2"]), { sr }).subarray(1000, 3048);
  return yin(y, { sr, fmin: 60, fmax: 1000, plain: true, steps: true });
});

export const onsets = once(() => onsetDetect(tuneSound(), { sr, steps: true }));
export const tuneTempo = once(() => tempo(tuneSound(), { sr, plain: true, steps: true }));

/** Bars of a song of two parts, each as the pitch classes in it. */
export const songBars = once(() => {
  const verse = [
    ["C4", "E4"],
    ["F4", "A4"],
    ["G4", "B4"],
    ["C4", "G4"],
  ];
  const chorus = [
    ["A4", "E4"],
    ["D4", "F4"],
    ["G4", "D4"],
    ["E4", "B4"],
  ];
  const bars = [...verse, ...verse, ...chorus, ...verse, ...chorus];
  const rolls = bars.flatMap((names) =>
    Array.from(pianoRoll(melody([names]), { framesPerSecond: 2, lowest: 60, highest: 71, frames: 1 }).data),
  );
  return selfSimilarity({ data: Float64Array.from(rolls), frames: bars.length, bins: 12 });
});

/** A tune and the same, hummed more slowly and a little flat in places. */
export const hummed = once(() => {
  const right = tune.flatMap(({ midi, onset, offset }) =>
    Array<number>(Math.round((offset - onset) / 0.15)).fill(midi),
  );
  const slow = right.flatMap((midi, i) => (i % 3 === 0 ? [midi, midi - 0.4] : [midi + 0.3]));
  return dtw(slow, right);
});

/** The tune as a machine might have written it down: one note an octave too high, one missing, one too many. */
export const foundNotes = [
  ...tune.slice(0, 5),
  { ...tune[5]!, midi: tune[5]!.midi + 12, hz: 2 * tune[5]!.hz },
  ...tune.slice(7),
  { onset: 4.3, offset: 4.6, midi: 71 },
];

/** The tune six times over, with chords below. */
export const longPiece = Array.from({ length: 6 }, (_, turn) => [
  ...tune.map((note) => ({ ...note, onset: note.onset + 9.6 * turn, offset: note.offset + 9.6 * turn })),
  ...[48, 52, 55].map((midi) => ({ onset: 9.6 * turn, offset: 9.6 * turn + 4, midi })),
]).flat();

export const trueChords = [
  { start: 0, end: 2, label: "C:maj" },
  { start: 2, end: 4, label: "A:min" },
  { start: 4, end: 6, label: "F:maj" },
  { start: 6, end: 8, label: "G:7" },
  { start: 8, end: 10, label: "N" },
];
export const foundChords = [
  { start: 0, end: 2.3, label: "C:maj" },
  { start: 2.3, end: 4, label: "C:maj" },
  { start: 4, end: 6.1, label: "F:maj" },
  { start: 6.1, end: 8, label: "G:maj" },
  { start: 8, end: 10, label: "N" },
];
