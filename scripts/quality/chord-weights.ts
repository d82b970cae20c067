// node scripts/run.mjs scripts/quality/chord-weights.ts: learns what of bass, middle and top makes a chord, on the
// half of the rendered songs that is for tuning, and prints the weights of src/music/harmony/chord-weights.ts. The
// model is a softmax over all chords and "no chord" in which all roots share one set of weights, turned.
// Argument: the seeds, by default 1,3,5.
import { chordEvidence } from "../../src/music/harmony/chord-evidence.ts";
import { KINDS as CHORD_KINDS } from "../../src/music/harmony/chord-model.ts";
import { REGISTER_BINS, REGISTERS } from "../../src/music/harmony/register-chroma.ts";
import { buildSet, itemsOf, wavPath } from "./build.ts";
import { SETS } from "./tasks.ts";
import { readWav } from "./wav.ts";

const SEEDS = (process.argv[2] ?? "1,3,5").split(",").map(Number);
const KINDS: readonly string[] = CHORD_KINDS;
const EVERY = 7;
// Frames at a boundary hear two chords.
const MARGIN_SECONDS = 0.12;
// Silence comes at the beginning only, and briefly.
const FIRST_SECONDS = 0.3;
const PENALTY = 1e-5;
const ROUNDS = 300;
const NAMES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
const NO_CHORD = 12 * KINDS.length;
const PER_QUALITY = REGISTER_BINS + 1;
const COUNT = KINDS.length * PER_QUALITY + 4;

type Frame = { x: Float64Array; silence: Float64Array; chord: number };

/** KINDS × root + kind, NO_CHORD for none, −1 for a chord of another kind. */
function chordOf(label: string): number {
  if (label === "N") return NO_CHORD;
  const [root, quality = "maj"] = label.split("/")[0].split(":");
  const kind = triadOf(quality);
  return kind === "" ? -1 : KINDS.length * NAMES.indexOf(root) + KINDS.indexOf(kind);
}

function triadOf(quality: string): string {
  return /^min/.test(quality) ? "min" : /^(maj|7|9|11|13)/.test(quality) ? "maj" : "";
}

const frames: Frame[] = SEEDS.flatMap((seed) => {
  buildSet("chords", seed, SETS.chords);
  return itemsOf("chords", seed).flatMap((item) => {
    const { times, registers, silence } = chordEvidence(readWav(wavPath(item)), item, "chord-weights");
    return Array.from(times.keys())
      .filter((t) => t % EVERY === 0 || times[t] < FIRST_SECONDS)
      .flatMap((t): Frame[] => {
        const truth = item.truth.chords!.find(({ start, end }) => start <= times[t] && times[t] < end);
        if (!truth) return [];
        const sinceStart = truth.start === 0 ? Infinity : times[t] - truth.start;
        if (Math.min(sinceStart, truth.end - times[t]) < MARGIN_SECONDS) return [];
        const chord = chordOf(truth.label);
        if (chord < 0) return [];
        return [
          {
            x: registers.data.slice(t * REGISTER_BINS, (t + 1) * REGISTER_BINS),
            silence: silence.data.slice(4 * t, 4 * t + 4),
            chord,
          },
        ];
      });
  });
});

function loss(weights: Float64Array, gradient: Float64Array): number {
  gradient.fill(0);
  let total = 0;
  const scores = new Float64Array(NO_CHORD + 1);
  for (const { x, silence, chord } of frames) {
    for (let c = 0; c < NO_CHORD; c++) {
      const at = (c % KINDS.length) * PER_QUALITY;
      let sum = weights[at + REGISTER_BINS];
      for (let r = 0; r < REGISTER_BINS; r += 12) {
        for (let i = 0; i < 12; i++)
          sum += weights[at + r + i] * x[r + ((i + Math.floor(c / KINDS.length)) % 12)];
      }
      scores[c] = sum;
    }
    scores[NO_CHORD] = 0;
    for (let i = 0; i < 4; i++) scores[NO_CHORD] += weights[KINDS.length * PER_QUALITY + i] * silence[i];
    const most = Math.max(...scores);
    const norm = scores.reduce((sum, score) => sum + Math.exp(score - most), 0);
    total += most + Math.log(norm) - scores[chord];
    for (let c = 0; c <= NO_CHORD; c++) {
      const error = Math.exp(scores[c] - most) / norm - (c === chord ? 1 : 0);
      if (c === NO_CHORD) {
        for (let i = 0; i < 4; i++) gradient[KINDS.length * PER_QUALITY + i] += error * silence[i];
        continue;
      }
      const at = (c % KINDS.length) * PER_QUALITY;
      gradient[at + REGISTER_BINS] += error;
      for (let r = 0; r < REGISTER_BINS; r += 12) {
        for (let i = 0; i < 12; i++)
          gradient[at + r + i] += error * x[r + ((i + Math.floor(c / KINDS.length)) % 12)];
      }
    }
  }
  for (let i = 0; i < COUNT; i++) {
    gradient[i] = gradient[i] / frames.length + 2 * PENALTY * weights[i];
    total += frames.length * PENALTY * weights[i] ** 2;
  }
  return total / frames.length;
}

// Adam (Kingma and Ba 2015), with the whole gradient and a rate that falls to nothing.
const weights = new Float64Array(COUNT);
const gradient = new Float64Array(COUNT);
const mean = new Float64Array(COUNT);
const square = new Float64Array(COUNT);
let cost = 0;
for (let round = 1; round <= ROUNDS; round++) {
  cost = loss(weights, gradient);
  const rate = 0.3 * (1 - round / (ROUNDS + 1));
  for (let i = 0; i < COUNT; i++) {
    mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
    square[i] = 0.99 * square[i] + 0.01 * gradient[i] ** 2;
    const step = mean[i] / (1 - 0.9 ** round) / (Math.sqrt(square[i] / (1 - 0.99 ** round)) + 1e-9);
    weights[i] -= rate * step;
  }
}
const rounded = (from: number, count: number) =>
  Array.from(weights.subarray(from, from + count), (weight) => Number(weight.toFixed(2)));
console.log(`${frames.length} frames, loss ${cost.toFixed(4)}`);
for (const [q, kind] of KINDS.entries()) {
  const at = q * PER_QUALITY;
  for (const [r, register] of REGISTERS.entries()) {
    console.log(`${kind} ${register.name}: ${rounded(at + 12 * r, 12).join(", ")}`);
  }
  console.log(`${kind} bias: ${rounded(at + REGISTER_BINS, 1)}`);
}
console.log(`N: ${rounded(KINDS.length * PER_QUALITY, 4).join(", ")}`);
