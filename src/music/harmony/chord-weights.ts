/**
 * For each kind of chord 36 weights, of the pitch classes counted from the root in bass, middle and top, and what its
 * score starts with. Learned on the tuning half of our rendered songs by `scripts/quality/chord-weights.ts`: what is
 * high is expected (root, third, fifth), what is below 0 speaks against the chord.
 */
export const CHORD_WEIGHTS = {
  maj: {
    // biome-ignore format: a line for each register
    weights: [
      // bass
      5.22, -2.51, -2.73, -6.35, 3.44, -3.75, -4.3, 5.89, -2.79, -8.56, -1.51, -3.23,
      // middle
      6.85, -7.59, -4.28, -8.04, 6.83, -2.94, -6.63, 5.75, -6.97, -7.87, 0.83, 1.02,
      // top
      4.01, -4.21, 1.83, -9.7, 4.76, -2.4, -3.03, 5.47, -3.1, -4.37, -0.54, 4.53,
    ],
    bias: -0.15,
  },
  min: {
    // biome-ignore format: a line for each register
    weights: [
      // bass
      7.75, -3.34, -3.8, 1.98, -1.49, -6.28, -3.51, 7.26, -4.66, -6.92, -2.06, -2.53,
      // middle
      8.15, -7.36, -2.58, 5.89, -6.53, -4.71, -4.51, 8.41, -8.19, -9.15, 1.55, -3.07,
      // top
      2.84, -1.96, 2.36, 4.51, -3.31, -2.78, -4.47, 3.97, -5.91, -3.82, 3.52, -3.43,
    ],
    bias: -1.23,
  },
};

/** What "N" starts with, and the weights of the frame's level, of its square, and of how much there is of notes. */
export const NO_CHORD_WEIGHTS = [4.05, -0.95, -0.05, -2.29];
