/**
 * What each clue of METRICAL_CLUES adds to the log odds of a beat: learnt by scripts/quality/tempo-weights.ts on 144
 * rendered pieces of twelve styles and, with less weight, on 340 accompaniments of others.
 */
export const METRICAL_WEIGHTS: readonly number[] = [
  0.974, -0.742, -1.167, 0.199, 0.448, 0.158, -0.938, 0.388, 0.239, 0.372, 1.858, 0.67, -0.308, -0.327,
  -0.395, -0.441, 1.628, 0.439, 0.39, 0.264, -0.122, -0.403, 0.538, -0.459, 2.646, -0.072, 0.027, 3.767, 0.26,
];

/** The prior that was learnt with them: a normal curve of the tempo's octave. */
export const PRIOR_BPM = 130;
export const PRIOR_OCTAVES = 0.5;
