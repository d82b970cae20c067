/**
 * What each clue of METRICAL_CLUES adds to the log odds of a beat: learnt by scripts/quality/tempo-weights.ts on 144
 * rendered pieces of twelve styles and, with less weight, on 340 accompaniments of others.
 */
export const METRICAL_WEIGHTS: readonly number[] = [
  0.847, -0.921, -0.852, 0.112, 0.626, -0.516, 0.506, 0.254, 0.237, -0.818, 0.25, 0.37, 0.504, 1.296, 0.15,
  -0.386, 1.477, 0.488, -0.285, -0.1, -0.401, -0.689, 0.234, -0.15, -0.49, 1.048, 0.459, 0.51, 0.237, -1.001,
  0.399, 0.321, 0.343, -0.288, 2.524, -0.374, 0.938, 0.767, 0.245, 0.604, 3.194, 1.447, -1.634, 1.81, 0.303,
  2.405, -16.199, -2.414,
];

/** The prior that was learnt with them: a normal curve of the tempo's octave. */
export const PRIOR_BPM = 138;
export const PRIOR_OCTAVES = 0.718;
