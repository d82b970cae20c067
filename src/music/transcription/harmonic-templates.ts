import { remembered } from "../base/remembered.ts";
import { HIGHEST_KEY, keyHz, LOWEST_KEY, pitchBands } from "./pitch-spectrogram.ts";
import { compressed } from "./whiten.ts";

/** The whitened spectrum of one key: the bands in which its partials lie, and how strongly. */
export type HarmonicTemplate = {
  /** The key, as a MIDI number. */
  midi: number;
  bands: Int32Array;
  weights: Float64Array;
  /** All weights added up. */
  total: number;
};

// Two colours a key: even after whitening some instruments have fewer high partials than others.
const SLOPES = [0.2, 0.7];
const PARTIALS = 20;
// Strings are stiff, players bend, and the higher a partial, the more it strays: in semitones.
const STRAY_LOW = [-0.1, 0, 0.1];
const STRAY_HIGH = [-0.15, 0, 0.15, 0.3];
const HIGHEST_LOW_PARTIAL = 4;
const LEAST_WEIGHT = 1e-3;

/** What each key of a piano sounds like in the bands for `sr`: partials h of amplitude h^−slope, one template a slope. */
export const harmonicTemplates = remembered((sr: number): HarmonicTemplate[] => {
  const templates: HarmonicTemplate[] = [];
  for (let midi = LOWEST_KEY; midi <= HIGHEST_KEY; midi++) {
    for (const slope of SLOPES) templates.push(template(midi, slope, sr));
  }
  return templates.filter(({ bands }) => bands.length > 0);
});

function template(midi: number, slope: number, sr: number): HarmonicTemplate {
  const { bands } = pitchBands(sr);
  const spectrum = new Float64Array(bands.length);
  for (let h = 1; h <= PARTIALS && h * keyHz(midi) < sr / 2; h++) {
    const strays = h > HIGHEST_LOW_PARTIAL ? STRAY_HIGH : STRAY_LOW;
    for (const stray of strays)
      addPartial(spectrum, h * keyHz(midi + stray), h ** -slope / strays.length, sr);
  }
  const norm = Math.hypot(...spectrum);
  const used = Array.from(spectrum.keys()).filter((b) => spectrum[b] > LEAST_WEIGHT * norm);
  const weights = Float64Array.from(used, (b) => spectrum[b] / norm);
  return { midi, bands: Int32Array.from(used), weights, total: weights.reduce((a, b) => a + b, 0) };
}

/** Adds what a sine of that frequency leaves in each band. */
function addPartial(spectrum: Float64Array, hz: number, weight: number, sr: number): void {
  const { bands, nFft, frameLength } = pitchBands(sr);
  for (const [b, { start, weights }] of bands.entries()) {
    let power = 0;
    for (let i = 0; i < weights.length; i++) {
      power += weights[i] * mainLobe((((start + i) * sr) / nFft - hz) * (frameLength / sr)) ** 2;
    }
    if (power > 0) spectrum[b] += weight * compressed(Math.sqrt(power));
  }
}

/** The transform of a Hann window, `offset` bins of its own length from the centre; 0 beyond the main lobe. */
function mainLobe(offset: number): number {
  const x = Math.abs(offset);
  if (x >= 2) return 0;
  if (x < 1e-9) return 1;
  if (Math.abs(x - 1) < 1e-9) return 0.5;
  return Math.abs(Math.sin(Math.PI * x) / (Math.PI * x * (1 - x * x)));
}
