import type { NoteCandidate } from "./note-candidates.ts";

/** How much each clue speaks for a note, as the log of the odds; see `noteClues`. Learnt by scripts/quality/note-weights.ts. */
const WEIGHTS = [0.764, 1.355, 0.466, 0.401, 0.084, 0.557, -0.214, -0.261];
const BIAS = -1.297;

/** How likely a candidate is a note that was played, from 0 to 1: a logistic regression on its clues. */
export function noteLikelihood({ clues }: NoteCandidate): number {
  let odds = BIAS;
  for (let i = 0; i < clues.length; i++) odds += WEIGHTS[i] * clues[i];
  return 1 / (1 + Math.exp(-odds));
}
