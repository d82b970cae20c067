/** What speaks for a kind of chord and for none. */
export type ChordWeights = {
  /** For each kind: 36 weights, of the pitch classes above the root in bass, middle and top; and what it starts with. */
  chords: readonly { weights: readonly number[]; bias: number }[];
  /** For "N": what it starts with, and the weights of the level, of its square, and of how much there is of notes. */
  none: readonly number[];
};

/**
 * Learned on the tuning half of our rendered songs by `scripts/quality/chord-weights.ts`: what is high is expected (root,
 * third, fifth), what is low speaks against the chord, and the bass counts less than the middle.
 */
export const CHORD_WEIGHTS = {
  majmin: {
    chords: [
      // maj
      {
        weights: [
          6.44, 0.61, -5.07, -2.83, 4.97, -4.14, -4.02, 8.21, -0.18, -8.68, -1.65, -2.06, 8.73, -7.71, -4.49,
          -9.84, 10.22, -5.4, -9.31, 9.87, -10.06, -7.79, 2.05, -4.1, 4.62, -5.69, 6.36, -13.87, 9.45, -4.22,
          -4.1, 7.01, -4.04, -5.67, 1.08, 1.49,
        ],
        bias: 0.39,
      },
      // min
      {
        weights: [
          8.25, -0.6, -3.89, 3.8, 0.28, -6.97, -3.47, 11.56, -4, -7.49, -2.75, -0.17, 10.86, -8.5, -6.92,
          9.63, -8.52, -7.25, -5.91, 11.73, -9.93, -8.61, 3.83, -7.86, 6.63, -5.31, 2.09, 3.77, -4.49, -1.59,
          -6.01, 7.58, -8.8, -3.21, 5.79, -8.92,
        ],
        bias: -0.52,
      },
    ],
    none: [0.78, -2.36, -0.3, -1.68],
  },
} satisfies Record<string, ChordWeights>;
