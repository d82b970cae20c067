import { createRequire } from "node:module";
import { PitchDetector } from "pitchy";
import type { Method } from "./method.ts";

const FRAME = 2048;
const HOP_SECONDS = 0.01;
// The clarity from which pitchy's own documentation calls a pitch believable.
const CLEAR = 0.9;

/** pitchy (McLeod's method) and music-tempo (Dixon's BeatRoot), from npm, both MIT. */
export const npmPeers: Method[] = [
  {
    task: "pitch",
    name: "pitchy",
    ours: false,
    run(y, sr) {
      const detector = PitchDetector.forFloat32Array(FRAME);
      const hop = Math.round(HOP_SECONDS * sr);
      const padded = new Float32Array(y.length + FRAME);
      padded.set(y, FRAME / 2);
      const times: number[] = [];
      const f0: number[] = [];
      const guess: number[] = [];
      for (let start = 0; start + FRAME <= padded.length; start += hop) {
        const [pitch, clarity] = detector.findPitch(padded.subarray(start, start + FRAME), sr);
        times.push(start / sr);
        f0.push(clarity >= CLEAR ? pitch : 0);
        guess.push(pitch);
      }
      return { times, f0, guess };
    },
  },
  {
    task: "tempo",
    name: "music-tempo",
    ours: false,
    run(y) {
      const MusicTempo = createRequire(import.meta.url)("music-tempo");
      try {
        const { tempo, beats } = new MusicTempo(y);
        return { bpm: Number(tempo), beats };
      } catch {
        // It gives up by throwing when it finds too few events.
        return { bpm: 0, beats: [] };
      }
    },
  },
];
