import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

const sr = 22050;
const eleven = { data: new Float64Array(11), frames: 1, bins: 11 };
const negative = { data: new Float64Array(12).fill(-1), frames: 1, bins: 12 };
const silent = { data: new Float64Array(24), frames: 2, bins: 12 };

export const badInput: BadInputCase[] = [
  {
    name: "chords",
    sound: (y, options) => music.chords(y, options),
    positive: ["sr", "compression"],
    wrong: [
      [(y) => music.chords(y, { sr, stayProbability: 1 }), "stayProbability is 1"],
      [(y) => music.chords(y, { sr, tuning: 3 }), "tuning is 3"],
    ],
  },
  {
    name: "chroma",
    sound: (y, options) => music.chroma(y, options),
    positive: ["sr", "compression"],
    wrong: [[(y) => music.chroma(y, { sr, norm: 3 }), "norm is 3"]],
  },
  {
    name: "bassChroma",
    sound: (y, options) => music.bassChroma(y, options),
    positive: ["sr", "compression"],
  },
  {
    name: "chromaStft",
    sound: (y, options) => music.chromaStft(y, options),
    positive: ["sr"],
    whole: ["hopLength"],
    wrong: [[(y) => music.chromaStft(y, { sr, tuning: Number.NaN }), "tuning is NaN"]],
  },
  {
    name: "chromaFilterbank",
    wrong: [
      [() => music.chromaFilterbank({ sr: 0 }), "sr is 0"],
      [() => music.chromaFilterbank({ sr, octwidth: 0 }), "octwidth is 0"],
      [() => music.chromaFilterbank({ sr, ctroct: Number.NaN }), "ctroct is NaN"],
    ],
  },
  {
    name: "chromaCens",
    wrong: [
      [() => music.chromaCens(eleven), "bins is 11"],
      [() => music.chromaCens(negative), "chroma.data[0] is -1"],
      [() => music.chromaCens(silent, { smoothingFrames: 0 }), "smoothingFrames is 0"],
    ],
  },
  { name: "tonnetz", wrong: [[() => music.tonnetz(eleven), "bins is 11"]] },
  {
    name: "estimateTuning",
    sound: (y, options) => music.estimateTuning(y, options),
    positive: ["sr"],
    whole: ["hopLength"],
  },
  {
    name: "keyEstimate",
    sound: (y, options) => music.keyEstimate(y, options),
    positive: ["sr"],
    wrong: [
      [(y) => music.keyEstimate(y, {} as { sr: number }), "sr is undefined"],
      [() => music.keyEstimate(eleven), "bins is 11"],
      [() => music.keyEstimate(silent, { profile: "blues" as "albrecht" }), 'profile is "blues"'],
    ],
  },
  {
    name: "keyOfNotes",
    wrong: [
      [() => music.keyOfNotes([{ onset: 1, offset: 0, midi: 60 }]), "offset is 0"],
      [() => music.keyOfNotes([{ onset: 0, offset: 1, midi: Number.NaN }]), "midi is NaN"],
    ],
  },
];
