/**
 * What each clue of METRICAL_CLUES adds to the log odds of a beat: learnt on rendered pieces, by
 * scripts/quality/tempo-weights.ts.
 */
export const METRICAL_WEIGHTS: readonly number[] = [
  0.5, -0.5, -0.3, 0.3, 0.1, 0.5, -0.3, -0.3, 0.2, 0.1, 0.3, -0.3, -0.3, 0.2, 0.1, 0.5, -0.5, -0.3, 0.3, 0.1,
  -0.1, -0.1, 0.8, 0, 1.5, 1.5, 0.5, 1, 0.5,
];

/** The prior that was learnt with them: a normal curve of the tempo's octave. */
export const PRIOR_BPM = 110;
export const PRIOR_OCTAVES = 0.7;
