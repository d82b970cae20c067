import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

const sr = 22050;

export const badInput: BadInputCase[] = [
  {
    name: "onsetStrength",
    sound: music.onsetStrength,
    positive: ["sr"],
    whole: ["hopLength", "nMels", "lag", "maxSize"],
    wrong: [
      [(y) => music.onsetStrength(y, { sr, fmin: 300, fmax: 200 }), "fmax must be above fmin"],
      [(y) => music.onsetStrength(y, { sr, aggregate: "max" as "mean" }), 'must be "mean" or "median"'],
    ],
  },
  {
    name: "onsetBacktrack",
    wrong: [[() => music.onsetBacktrack([3], new Float64Array(2)), "onsetBacktrack: "]],
  },
  {
    name: "onsetDetect",
    sound: music.onsetDetect,
    positive: ["sr", "hopSeconds"],
    wrong: [[(y) => music.onsetDetect(y, { sr, delta: -1 }), "delta is -1"]],
  },
  { name: "onsetStream", wrong: [[() => music.onsetStream({ sr: 0 }), "sr is 0"]] },
  {
    name: "onsetStreamNext",
    wrong: [
      [
        () => music.onsetStreamNext(music.onsetStream({ sr }), Float64Array.of(Number.NaN)),
        "onsetStreamNext: y[0] is NaN",
      ],
      [
        (y) => {
          const stream = music.onsetStream({ sr });
          music.onsetStreamEnd(stream);
          return music.onsetStreamNext(stream, y);
        },
        "the stream has ended",
      ],
    ],
  },
  {
    name: "onsetStreamEnd",
    wrong: [
      [
        () => {
          const stream = music.onsetStream({ sr });
          music.onsetStreamEnd(stream);
          return music.onsetStreamEnd(stream);
        },
        "the stream has ended already",
      ],
    ],
  },
  {
    name: "tempogram",
    sound: music.tempogram,
    positive: ["sr"],
    whole: ["hopLength", "winLength"],
    wrong: [
      [
        (y) => music.tempogram(y, { sr, onsetEnvelope: Float64Array.of(1, Number.NaN) }),
        "onsetEnvelope[1] is NaN",
      ],
    ],
  },
  {
    name: "fourierTempogram",
    sound: music.fourierTempogram,
    positive: ["sr"],
    whole: ["hopLength", "winLength"],
  },
  {
    name: "plp",
    sound: music.plp,
    positive: ["sr"],
    whole: ["hopLength", "winLength"],
    wrong: [[(y) => music.plp(y, { sr, tempoMin: 200, tempoMax: 100 }), "plp: "]],
  },
  { name: "tempoFrequencies", wrong: [[() => music.tempoFrequencies(10, { sr: -1 }), "sr is -1"]] },
  {
    name: "tempo",
    sound: music.tempo,
    positive: ["sr", "startBpm", "stdBpm", "tightness"],
    whole: ["hopLength"],
    wrong: [[(y) => music.tempo(y, { sr, smoothing: -1 }), "smoothing is -1"]],
  },
  {
    name: "beatTrack",
    sound: (y, options) => [
      music.beatTrack(y, { ...options, steps: true }),
      music.beatTrack(y, { ...options, plain: true, steps: true }),
    ],
    positive: ["sr", "startBpm", "stdBpm", "tightness"],
    whole: ["hopLength"],
  },
];
