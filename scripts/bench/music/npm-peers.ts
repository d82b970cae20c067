import { createRequire } from "node:module";
import { PitchDetector } from "pitchy";
import { FRAME, HOP, type MusicTask, pitchHop } from "./tasks.ts";

type Peer = { name: string; run: (y: Float32Array, sr: number) => unknown };

const require = createRequire(import.meta.url);
const meyda = require("meyda");
const MusicTempo = require("music-tempo");

/** What an npm package calls the same, frame by frame with our hop. */
export const npmPeers: Partial<Record<NonNullable<MusicTask["peer"]>, Peer>> = {
  pitch: {
    name: "pitchy",
    run(y, sr) {
      const detector = PitchDetector.forFloat32Array(FRAME);
      return frames(y, pitchHop(sr), (frame) => detector.findPitch(frame, sr));
    },
  },
  tempo: {
    name: "music-tempo",
    // Its hop is 10 ms at 44.1 kHz, and has to be told otherwise.
    run: (y, sr) =>
      new MusicTempo(y, { hopSize: Math.round(0.01 * sr), timeStep: Math.round(0.01 * sr) / sr }),
  },
  features: {
    name: "meyda",
    // All it has that describe a frame by numbers; with 13 cepstral coefficients, 12 chroma and loudness in 24 bands.
    run: (y, sr) =>
      extract(y, sr, { bands: 26, cepstra: 13 }, [
        ...["chroma", "energy", "loudness", "mfcc", "perceptualSharpness", "perceptualSpread", "rms", "zcr"],
        ...["spectralCentroid", "spectralCrest", "spectralFlatness", "spectralKurtosis", "spectralRolloff"],
        ...["spectralSkewness", "spectralSlope", "spectralSpread"],
      ]),
  },
  mel: { name: "meyda", run: (y, sr) => extract(y, sr, { bands: 128, cepstra: 20 }, ["melBands"]) },
  mfcc: { name: "meyda", run: (y, sr) => extract(y, sr, { bands: 128, cepstra: 20 }, ["mfcc"]) },
};

function extract(
  y: Float32Array,
  sr: number,
  { bands, cepstra }: { bands: number; cepstra: number },
  features: string[],
): unknown[] {
  Object.assign(meyda, {
    bufferSize: FRAME,
    sampleRate: sr,
    melBands: bands,
    numberOfMFCCCoefficients: cepstra,
  });
  return frames(y, HOP, (frame) => meyda.extract(features, frame));
}

function frames<T>(y: Float32Array, hop: number, look: (frame: Float32Array) => T): T[] {
  const padded = new Float32Array(y.length + FRAME);
  padded.set(y, FRAME / 2);
  const found: T[] = [];
  for (let start = 0; start + FRAME <= padded.length; start += hop) {
    found.push(look(padded.subarray(start, start + FRAME)));
  }
  return found;
}
