import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

export const badInput: BadInputCase[] = [
  {
    name: "readWav",
    wrong: [
      [() => music.readWav("RIFF" as never), "bytes must be a Uint8Array"],
      [() => music.readWav(new ArrayBuffer(0)), "bytes is empty"],
      [() => music.readWav(new Uint8Array(100)), "it does not begin with RIFF"],
    ],
  },
  {
    name: "writeWav",
    sound: (y, { sr }) => music.writeWav(y, { sr }),
    whole: ["sr"],
    wrong: [
      [() => music.writeWav([], { sr: 8000 }), "y has no channels"],
      [() => music.writeWav(Float64Array.of(1e39), { sr: 8000, format: "float" }), "y[0] is 1e+39"],
      [(y) => music.writeWav([y, y.slice(1)], { sr: 8000 }), "they must be as long"],
      [(y) => music.writeWav(y, { sr: 8000, format: 8 as never }), "format is 8"],
      [(y) => music.writeWav(y, { sr: 8000, dither: true, seed: -1 }), "seed is -1"],
    ],
  },
];
