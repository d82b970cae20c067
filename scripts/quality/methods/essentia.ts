import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Method } from "./method.ts";

// biome-ignore lint/suspicious/noExplicitAny: the package's own types do not describe what its functions return
type Essentia = any;

const FRAME = 2048;
const HOP_SECONDS = 0.01;
const CHORD_FRAME = 4096;
const CHORD_HOP = 2048;
const CONFIDENT = 0.5;

/**
 * essentia.js, which is AGPL and therefore no dependency of ours: it is measured where somebody has installed it.
 * `folder` is the one with its node_modules. Null when it is not there.
 */
export function essentiaPeers(folder: string | undefined): Method[] | null {
  if (!folder || !existsSync(join(folder, "node_modules", "essentia.js"))) return null;
  const require = createRequire(join(folder, "package.json"));
  const { EssentiaWASM, Essentia: Class } = require("essentia.js");
  // Its runtime prints itself, 2.5 MB, when anything goes wrong.
  for (const event of ["uncaughtException", "unhandledRejection"]) process.removeAllListeners(event);
  const essentia: Essentia = new Class(EssentiaWASM);
  return [
    pitchYinFft(essentia),
    rhythm(essentia, "degara"),
    rhythm(essentia, "multifeature"),
    onsetRate(essentia),
    chords(essentia),
    key(essentia),
  ];
}

function pitchYinFft(essentia: Essentia): Method<"pitch"> {
  return {
    task: "pitch",
    name: "essentia PitchYinFFT",
    ours: false,
    run(y, sr) {
      const hop = Math.round(HOP_SECONDS * sr);
      const padded = new Float32Array(y.length + FRAME);
      padded.set(y, FRAME / 2);
      const times: number[] = [];
      const f0: number[] = [];
      const guess: number[] = [];
      for (let start = 0; start + FRAME <= padded.length; start += hop) {
        const frame = essentia.arrayToVector(padded.slice(start, start + FRAME));
        const windowed = essentia.Windowing(frame, true, FRAME, "hann").frame;
        const spectrum = essentia.Spectrum(windowed, FRAME).spectrum;
        const { pitch, pitchConfidence } = essentia.PitchYinFFT(spectrum, FRAME, true, 22050, 20, sr);
        for (const vector of [frame, windowed, spectrum]) vector.delete();
        times.push(start / sr);
        f0.push(pitchConfidence >= CONFIDENT ? pitch : 0);
        guess.push(pitch);
      }
      return { times, f0, guess };
    },
  };
}

function rhythm(essentia: Essentia, method: "degara" | "multifeature"): Method<"tempo"> {
  return {
    task: "tempo",
    name: `essentia ${method}`,
    ours: false,
    run(y) {
      const signal = essentia.arrayToVector(y);
      const found = essentia.RhythmExtractor2013(signal, 208, method, 40);
      const beats = listOf(essentia, found.ticks);
      signal.delete();
      return { bpm: found.bpm, beats };
    },
  };
}

function onsetRate(essentia: Essentia): Method<"onsets"> {
  return {
    task: "onsets",
    // Its SuperFluxExtractor is exposed too, but reports every onset about 30 ms early and misses most of the rest.
    name: "essentia OnsetRate",
    ours: false,
    run(y) {
      const signal = essentia.arrayToVector(y);
      const onsets = listOf(essentia, essentia.OnsetRate(signal).onsets);
      signal.delete();
      return onsets;
    },
  };
}

function chords(essentia: Essentia): Method<"chords"> {
  return {
    task: "chords",
    name: "essentia ChordsDetection",
    ours: false,
    run(y, sr) {
      const signal = essentia.arrayToVector(y);
      const found = essentia.TonalExtractor(signal, CHORD_FRAME, CHORD_HOP, 440);
      const names = found.chords_progression;
      const out: { start: number; end: number; label: string }[] = [];
      for (let i = 0; i < names.size(); i++) {
        const text: string = names.get(i);
        const label = text.endsWith("m") ? `${text.slice(0, -1)}:min` : `${text}:maj`;
        const start = (i * CHORD_HOP) / sr;
        out.push({ start, end: start + CHORD_HOP / sr, label });
      }
      signal.delete();
      return out;
    },
  };
}

function key(essentia: Essentia): Method<"key"> {
  return {
    task: "key",
    name: "essentia KeyExtractor",
    ours: false,
    run(y) {
      const signal = essentia.arrayToVector(y);
      const found = essentia.KeyExtractor(signal);
      signal.delete();
      return `${found.key} ${found.scale}`;
    },
  };
}

/** Its own conversion throws on a vector without numbers. */
function listOf(essentia: Essentia, vector: Essentia): number[] {
  return vector.size() === 0 ? [] : Array.from(essentia.vectorToArray(vector) as Float32Array);
}
