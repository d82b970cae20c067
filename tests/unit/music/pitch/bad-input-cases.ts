import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

const sr = 22050;
const options: Pick<BadInputCase, "positive" | "whole"> = {
  positive: ["sr", "fmin", "fmax"],
  whole: ["hopLength"],
};
const stream = () => music.pitchStream({ sr });

export const badInput: BadInputCase[] = [
  {
    name: "yin",
    sound: music.yin,
    ...options,
    wrong: [
      [(y) => music.yin(y, { sr, fmin: 500, fmax: 400 }), "fmin is 500; it must be below fmax, which is 400"],
      [(y) => music.yin(y, { sr, threshold: 0 }), "threshold is 0"],
      [(y) => music.yin(y, { sr, frameLength: 0 }), "frameLength is 0"],
      [(y) => music.yin(y, { sr, frameLength: 1000.5 }), "frameLength is 1000.5"],
    ],
  },
  { name: "pyin", sound: music.pyin, ...options },
  {
    name: "mpm",
    sound: music.mpm,
    ...options,
    wrong: [[(y) => music.mpm(y, { sr, cutoff: 1.5 }), "cutoff is 1.5"]],
  },
  {
    name: "pitchStream",
    wrong: [
      [() => music.pitchStream({ sr: 0 }), "sr is 0"],
      [() => music.pitchStream({ sr, method: "fft" as never }), 'method is "fft"'],
      [() => music.pitchStream({ sr, waitFrames: 0 }), "waitFrames is 0"],
    ],
  },
  {
    name: "pitchStreamNext",
    wrong: [
      [() => music.pitchStreamNext(stream(), Float64Array.of(0, Number.NaN)), "y[1] is NaN"],
      [() => music.pitchStreamNext(stream(), [0, 1] as never), "y must be a Float32Array"],
    ],
  },
  {
    name: "pitchStreamEnd",
    wrong: [
      [
        () => {
          const { state } = music.pitchStreamEnd(stream());
          music.pitchStreamEnd(state);
        },
        "the stream has ended",
      ],
    ],
  },
];
