import type { Signal } from "../base/signal.ts";
import type { Spectrogram } from "../base/spectrogram.ts";
import { midiToHz } from "../symbolic/hz-to-midi.ts";
import type { Note } from "../symbolic/note.ts";
import { harmonicTemplates } from "./harmonic-templates.ts";
import { keyActivations } from "./key-activations.ts";
import { type NoteCandidate, noteCandidates } from "./note-candidates.ts";
import { noteLikelihood } from "./note-likelihood.ts";
import { pitchBands, pitchSpectrogram } from "./pitch-spectrogram.ts";
import { whiten } from "./whiten.ts";

/** What a transcription of several voices went through. */
export type PolyphonicSteps = {
  /** Seconds of each frame. */
  times: Float64Array;
  /** Amplitudes in bands of a third of a semitone, from A0 up. */
  spectrogram: Spectrogram;
  /** The same with the colour of the instruments taken out: what is explained. */
  whitened: Spectrogram;
  /** How strongly each of the 88 keys sounds in each frame. */
  activations: Spectrogram;
  /** What is left unexplained, after each round of the factorisation; it never rises. */
  cost: Float64Array;
  /** What might be a note, and how likely it is one. */
  candidates: (NoteCandidate & { likelihood: number })[];
};

/** The notes of music of several voices; `withCost` fills in the cost of the steps. */
export function transcribePolyphonic(
  y: Signal,
  sr: number,
  threshold: number,
  withCost: boolean,
): { notes: Note[]; steps: PolyphonicSteps } {
  const spectrogram = pitchSpectrogram(y, sr);
  const hopSeconds = pitchBands(sr).hopLength / sr;
  const whitened = whiten(spectrogram);
  const { activations, cost } = keyActivations(whitened, harmonicTemplates(sr), withCost);
  const candidates = noteCandidates(activations, hopSeconds).map((candidate) => ({
    ...candidate,
    likelihood: noteLikelihood(candidate),
  }));
  const notes = candidates
    .filter(({ likelihood }) => likelihood >= threshold)
    .map(({ midi, onset, offset, strength }) => ({
      onset,
      offset: Math.min(offset, y.length / sr),
      midi,
      hz: midiToHz(midi),
      velocity: Math.min(1, strength),
    }))
    .filter(({ onset, offset }) => offset > onset)
    .toSorted((a, b) => a.onset - b.onset || a.midi - b.midi);
  const times = Float64Array.from({ length: activations.frames }, (_, t) => t * hopSeconds);
  return { notes, steps: { times, spectrogram, whitened, activations, cost, candidates } };
}
