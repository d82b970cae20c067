// node scripts/run.mjs scripts/quality/note-weights.ts: learns what makes a candidate of the polyphonic transcription
// a note, on the half of the rendered notes that is for tuning, and prints the weights of src/music/transcription/
// note-likelihood.ts and what they are worth on both halves.
import { LogisticRegression } from "../../src/learn/index.ts";
import { noteF } from "../../src/music/evaluation/index.ts";
import { harmonicTemplates } from "../../src/music/transcription/harmonic-templates.ts";
import { keyActivations } from "../../src/music/transcription/key-activations.ts";
import {
  type NoteCandidate,
  noteCandidates,
  noteClues,
} from "../../src/music/transcription/note-candidates.ts";
import { pitchBands, pitchSpectrogram } from "../../src/music/transcription/pitch-spectrogram.ts";
import { whiten } from "../../src/music/transcription/whiten.ts";
import { buildSet, itemsOf, wavPath } from "./build.ts";
import { SETS } from "./tasks.ts";
import { readWav } from "./wav.ts";

const TUNE_SEEDS = [1, 3];
const REPORT_SEEDS = [2];
// Slow instruments speak late: a note that is heard 80 ms after the key went down is the right note.
const ONSET_TOLERANCE = 0.08;

type Piece = { notes: { onset: number; offset: number; midi: number }[]; candidates: NoteCandidate[] };

function piecesOf(seeds: number[]): Piece[] {
  return seeds.flatMap((seed) => {
    buildSet("notes", seed, SETS.notes);
    return itemsOf("notes", seed)
      .filter(({ tags }) => tags.texture === "poly")
      .map((item) => {
        const spectra = whiten(pitchSpectrogram(readWav(wavPath(item)), item.sr));
        const { activations } = keyActivations(spectra, harmonicTemplates(item.sr), false);
        const hopSeconds = pitchBands(item.sr).hopLength / item.sr;
        return { notes: item.truth.notes!, candidates: noteCandidates(activations, hopSeconds) };
      });
  });
}

const tune = piecesOf(TUNE_SEEDS);
const clues: number[][] = [];
const right: number[] = [];
for (const { notes, candidates } of tune) {
  const options = { offsetRatio: null, onsetTolerance: ONSET_TOLERANCE, steps: true } as const;
  const found = new Set(noteF(notes, candidates, options).matching.right.map(([, j]) => j));
  for (const [j, candidate] of candidates.entries()) {
    clues.push(Array.from(candidate.clues));
    right.push(found.has(j) ? 1 : 0);
  }
}
const { fitted } = new LogisticRegression({ C: 1 }).fit(clues, right) as unknown as {
  fitted: { coef: { data: Float64Array }; intercept: Float64Array };
};
const weights = Array.from(fitted.coef.data, (weight) => Number(weight.toFixed(3)));
const bias = Number(fitted.intercept[0].toFixed(3));
console.log(`${clues.length} candidates, ${right.filter(Boolean).length} of them notes`);
console.log(Object.fromEntries(noteClues.map((clue, i) => [clue, weights[i]])));
console.log(JSON.stringify(weights), bias);
for (const [half, pieces] of [
  ["tune", tune],
  ["report", piecesOf(REPORT_SEEDS)],
] as const) {
  for (const threshold of [0.25, 0.3, 0.35, 0.4]) {
    const scores = pieces.map(({ notes, candidates }) => {
      const kept = candidates.filter(
        (candidate) =>
          candidate.clues.reduce((odds, clue, i) => odds + weights[i] * clue, bias) >=
          Math.log(threshold / (1 - threshold)),
      );
      return [noteF(notes, kept, { offsetRatio: null }).fMeasure, noteF(notes, kept).fMeasure];
    });
    const mean = (i: number) => (scores.reduce((sum, score) => sum + score[i], 0) / scores.length).toFixed(3);
    console.log(half, threshold, "F", mean(0), "with offsets", mean(1));
  }
}
