import * as music from "../../../../src/music/index.ts";
import type { BadInputCase } from "../bad-input.ts";

export const badInput: BadInputCase[] = [
  {
    name: "transcribe",
    sound: (y, options) => [
      music.transcribe(y, { ...options, steps: true }),
      music.transcribe(y, { ...options, polyphonic: true, steps: true }),
    ],
    positive: ["sr", "againDb"],
    wrong: [
      [(y) => music.transcribe(y, { sr: 8000, minSeconds: -1 }), "minSeconds is -1"],
      [(y) => music.transcribe(y, { sr: 8000, polyphonic: true, threshold: 1 }), "threshold is 1"],
    ],
  },
];
