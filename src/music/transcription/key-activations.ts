import type { Spectrogram } from "../base/spectrogram.ts";
import type { HarmonicTemplate } from "./harmonic-templates.ts";
import { HIGHEST_KEY, LOWEST_KEY } from "./pitch-spectrogram.ts";

/** How many keys a piano has. */
export const KEYS = HIGHEST_KEY - LOWEST_KEY + 1;

const ITERATIONS = 20;
const SPARSITY = 0.5;
const SILENCE = 1e-7;
// Activations below this are nothing, and stay so.
const LEAST = 1e-12;
// A little of everything is everywhere: without it, a band that no template reaches would weigh without end.
const BACKGROUND = 1e-3;

/** How strongly each key sounds, frame by frame, and the cost after each round if it was asked for. */
export type KeyActivations = {
  /** 88 numbers a frame, from A0 up. */
  activations: Spectrogram;
  /** Kullback-Leibler divergence and penalty over all frames, before the first round and after each. */
  cost: Float64Array;
};

/**
 * Explains each frame as a sum of templates that are not negative: non-negative matrix factorisation with known
 * templates, by 20 rounds of multiplicative updates for the Kullback-Leibler divergence (Lee and Seung 2001) with a
 * penalty on the sum of the activations. No round raises the cost.
 */
export function keyActivations(
  spectra: Spectrogram,
  templates: readonly HarmonicTemplate[],
  withCost: boolean,
): KeyActivations {
  const { frames, bins } = spectra;
  const data = new Float64Array(frames * KEYS);
  const cost = new Float64Array(withCost ? ITERATIONS + 1 : 0);
  const model = new Float64Array(bins);
  const amounts = new Float64Array(templates.length);
  for (let t = 0; t < frames; t++) {
    const frame = spectra.data.subarray(t * bins, (t + 1) * bins);
    const total = frame.reduce((a, b) => a + b, 0);
    if (total < SILENCE) continue;
    const background = (BACKGROUND * total) / bins;
    const penalty = SPARSITY * Math.sqrt(total);
    amounts.fill(total / templates.length / 5);
    for (let round = 0; round < ITERATIONS; round++) {
      explain(model, amounts, templates, background);
      if (withCost) cost[round] += divergence(frame, model) + penalty * sum(amounts);
      for (let b = 0; b < bins; b++) model[b] = frame[b] / model[b];
      update(amounts, model, templates, penalty);
    }
    if (withCost) {
      explain(model, amounts, templates, background);
      cost[ITERATIONS] += divergence(frame, model) + penalty * sum(amounts);
    }
    for (let k = 0; k < templates.length; k++) {
      data[t * KEYS + templates[k].midi - LOWEST_KEY] += amounts[k];
    }
  }
  return { activations: { data, frames, bins: KEYS }, cost };
}

/** Writes what the amounts of all templates add up to. */
function explain(
  model: Float64Array,
  amounts: Float64Array,
  templates: readonly HarmonicTemplate[],
  background: number,
): void {
  model.fill(background);
  for (let k = 0; k < templates.length; k++) {
    const amount = amounts[k];
    if (amount === 0) continue;
    const { bands, weights } = templates[k];
    for (let i = 0; i < bands.length; i++) model[bands[i]] += amount * weights[i];
  }
}

/** Multiplies each amount by how much more of its template there is than the model says. */
function update(
  amounts: Float64Array,
  ratios: Float64Array,
  templates: readonly HarmonicTemplate[],
  penalty: number,
): void {
  for (let k = 0; k < templates.length; k++) {
    if (amounts[k] === 0) continue;
    const { bands, weights, total } = templates[k];
    let gain = 0;
    for (let i = 0; i < bands.length; i++) gain += weights[i] * ratios[bands[i]];
    const amount = (amounts[k] * gain) / (total + penalty);
    amounts[k] = amount < LEAST ? 0 : amount;
  }
}

function divergence(frame: Float64Array, model: Float64Array): number {
  let cost = 0;
  for (let b = 0; b < frame.length; b++) {
    const ratio = frame[b] / model[b];
    if (ratio > 0) cost += frame[b] * Math.log(ratio);
    cost += model[b] - frame[b];
  }
  return cost;
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
