/**
 * What each clue of METRICAL_CLUES adds to the log odds of a beat: learnt on rendered pieces, by
 * scripts/quality/tempo-weights.ts.
 */
export const METRICAL_WEIGHTS: readonly number[] = [
  1.292, -0.769, -1.295, 0.123, 0.692, 0.081, -0.206, 0.014, 0.467, 0.048, 1.464, 0.363, -0.257, -0.596,
  -0.056, -0.487, 0.835, -0.086, 0.251, 0.032, -0.412, -0.178, 0.783, -1.016, 2.353, 1.362, -0.044, 2.296,
  0.164,
];

/** The prior that was learnt with them: a normal curve of the tempo's octave. */
export const PRIOR_BPM = 132;
export const PRIOR_OCTAVES = 0.54;
