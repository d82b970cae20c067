// node scripts/run.mjs scripts/quality/tempo-weights.ts [FOLDER …]: learns which of the beats that a piece may have one
// taps to, on the half of the rendered pieces that is for tuning (and on other folders of pieces, .wav and .json alike,
// if they are given), and prints the weights of src/music/rhythm/metrical-weights.ts and what they are worth.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beatFMeasure, continuity } from "../../src/music/evaluation/index.ts";
import { type BeatHypothesis, beatHypotheses } from "../../src/music/rhythm/beat-hypotheses.ts";
import { beatTimes } from "../../src/music/rhythm/beat-times.ts";
import { METRICAL_CLUES } from "../../src/music/rhythm/metrical-clues.ts";
import { periodicity } from "../../src/music/rhythm/periodicity.ts";
import { rhythmCurves } from "../../src/music/rhythm/rhythm-curves.ts";
import { resolveTempoOptions } from "../../src/music/rhythm/tempo-options.ts";
import { buildSet, itemsOf, wavPath } from "./build.ts";
import type { Item } from "./item.ts";
import { SETS } from "./tasks.ts";
import { readWav } from "./wav.ts";

/** Rendered pieces, and rock songs that were recorded: on real drums one taps to other clues. */
const TUNE_SETS: [set: string, seed: number][] = [
  ["tempo", 1],
  ["tempo", 5],
  ["tempo", 7],
  ["real-tempo", 1],
];
/** Beats of the first seconds are not judged, as mir_eval does. */
const FROM_SECONDS = 5;
const CENTRE_BPM = 110;
const ROUNDS = 220;
const RATE = 0.05;
const PENALTY = 0.003;
/** How much a piece of another folder counts: there are many, of few styles. */
const OTHER_SHARE = 0.15;

/** One way to beat a piece: its clues (the octave, its square, and those of METRICAL_CLUES), and what it is worth. */
type Way = { inputs: number[]; worth: number; f: number; cmlt: number };

/** The ways of one piece, and how much it counts. */
type Weighed = { ways: Way[]; share: number };

function waysOf(path: string, { sr, truth }: Item): Way[] {
  const y = readWav(path);
  const options = resolveTempoOptions(y, { sr }, "tempo-weights");
  const found = periodicity(rhythmCurves(y, sr), options.smoothing);
  const beats = truth.beats!.filter((beat) => beat >= FROM_SECONDS);
  return beatHypotheses(found, options).map((hypothesis: BeatHypothesis) => {
    const { bpm, clues, phase, path } = hypothesis;
    const times = beatTimes(path.beats, phase, found.sharp, found.hopSeconds);
    const judged = times.filter((time) => time >= FROM_SECONDS);
    const f = beatFMeasure(beats, judged);
    const { cmlt } = continuity(beats, judged);
    const octave = Math.log2(bpm / CENTRE_BPM);
    return { inputs: [octave, octave ** 2, ...clues], worth: Math.max(0, cmlt - 0.3) * f, f, cmlt };
  });
}

/** The weights under which the right ways have the greatest share of the odds, by Adam on all pieces at once. */
function learn(pieces: Weighed[], scales: number[]): number[] {
  const usable = pieces.filter(({ ways }) => ways.some(({ worth }) => worth > 0));
  const all = usable.reduce((sum, { share }) => sum + share, 0);
  const size = scales.length;
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = new Float64Array(size);
    for (const { ways, share: part } of usable) {
      const odds = oddsOf(ways, weights, scales);
      const right = odds.map((share, i) => share * ways[i].worth);
      const total = right.reduce((a, b) => a + b, 0);
      ways.forEach(({ inputs }, i) => {
        const error = odds[i] - right[i] / total;
        for (let k = 0; k < size; k++) slope[k] += (part * error * inputs[k]) / scales[k] / all;
      });
    }
    for (let k = 0; k < size; k++) {
      const gradient = slope[k] + PENALTY * weights[k];
      mean[k] = 0.9 * mean[k] + 0.1 * gradient;
      square[k] = 0.99 * square[k] + 0.01 * gradient ** 2;
      const step = mean[k] / (1 - 0.9 ** round) / (Math.sqrt(square[k] / (1 - 0.99 ** round)) + 1e-8);
      weights[k] -= RATE * step;
    }
  }
  return Array.from(weights, (weight, k) => weight / scales[k]);
}

function oddsOf(ways: Way[], weights: ArrayLike<number>, scales: number[]): number[] {
  const scores = ways.map(({ inputs }) =>
    inputs.reduce((sum, input, k) => sum + (weights[k] * input) / scales[k], 0),
  );
  const greatest = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - greatest));
  const total = odds.reduce((a, b) => a + b, 0);
  return odds.map((share) => share / total);
}

function report(name: string, pieces: Way[][], weights: number[]): void {
  const ones = weights.map(() => 1);
  const chosen = pieces
    .filter((ways) => ways.length > 0)
    .map((ways) => {
      const odds = oddsOf(ways, weights, ones);
      return ways[odds.indexOf(Math.max(...odds))];
    });
  const mean = (values: number[]) => (values.reduce((a, b) => a + b, 0) / pieces.length).toFixed(3);
  const best = pieces.map((ways) => Math.max(0, ...ways.map(({ f }) => f)));
  const figures = [mean(chosen.map(({ f }) => f)), mean(chosen.map(({ cmlt }) => cmlt)), mean(best)];
  console.log(`${name}: F ${figures[0]}, CMLt ${figures[1]}, F of the best way ${figures[2]}`);
}

function piecesOfFolder(folder: string): Way[][] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const item: Item = JSON.parse(readFileSync(join(folder, name), "utf8"));
      return waysOf(join(folder, name.replace(".json", ".wav")), item);
    });
}

const sets = new Map<string, Way[][]>();
for (const [set, seed] of TUNE_SETS) {
  buildSet(set, seed, SETS[set]);
  sets.set(
    `tempo ${set} ${seed}`,
    itemsOf(set, seed).map((item) => waysOf(wavPath(item), item)),
  );
}
for (const folder of process.argv.slice(2)) sets.set(folder, piecesOfFolder(folder));
const pieces = [...sets.values()].flat();
const inputs = pieces.flat().map((way) => way.inputs);
const scales = inputs[0].map(
  (_, k) => Math.sqrt(inputs.reduce((sum, row) => sum + row[k] ** 2, 0) / inputs.length) || 1,
);
const weights = learn(
  [...sets].flatMap(([name, some]) =>
    some.map((ways) => ({ ways, share: name.startsWith("tempo ") ? 1 : OTHER_SHARE })),
  ),
  scales,
);
const [linear, quadratic, ...rest] = weights;
// a × octave + b × octave² is a normal curve about −a / 2b octaves from the centre.
const priorBpm = CENTRE_BPM * 2 ** (-linear / (2 * quadratic));
console.log(`prior ${priorBpm.toFixed(1)} bpm, ${Math.sqrt(-1 / (2 * quadratic)).toFixed(3)} octaves`);
console.log(Object.fromEntries(METRICAL_CLUES.map((clue, i) => [clue, Number(rest[i].toFixed(3))])));
console.log(JSON.stringify(rest.map((weight) => Number(weight.toFixed(3)))));
for (const [name, some] of sets) report(name, some, weights);
