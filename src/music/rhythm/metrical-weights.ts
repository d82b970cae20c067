/**
 * What each clue of METRICAL_CLUES adds to the log odds of a beat: learnt by scripts/quality/tempo-weights.ts on 144
 * rendered pieces of twelve styles, 12 excerpts of rock songs and, with less weight, about 340 accompaniments in other
 * styles (made with MMA's grooves; these are not among what the script renders).
 */
export const METRICAL_WEIGHTS: readonly number[] = [
  1.093, -0.53, -0.861, 0.048, 0.604, 0.411, 0.495, 0.254, 0.209, -0.277, 0.25, 0.208, 0.49, 0.848, -0.021,
  -0.249, 1.376, 0.4, -0.373, 0.333, -0.395, -0.287, 0.221, -0.384, -0.218, 0.522, 0.278, 0.396, 0.22, -1.395,
  0.496, 0.256, 0.237, -0.267, 2.063, 0.195, 0.762, 0.902, 0.37, 1.336, 3.19, 1.086, -1.832, 1.798, 0.362,
  1.14, -13.853, -2.09,
];

/** The prior that was learnt with them: a normal curve of the tempo's octave. */
export const PRIOR_BPM = 168;
export const PRIOR_OCTAVES = 0.767;
