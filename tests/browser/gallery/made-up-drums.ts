/** Sounds that never were: six classes in two features, the same at every visit. */
export const classNames = ["kick", "snare", "tom", "closed hi-hat", "open hi-hat", "cymbal"];
export const featureNames = ["brightness (kHz)", "level at 0.1 s (dB)"];

const centres = [
  [0.9, -14, 0.45, 6],
  [3.4, -19, 1.0, 5],
  [1.3, -9, 0.5, 4],
  [8.2, -38, 1.5, 7],
  [7.6, -17, 1.2, 5],
  [6.4, -7, 1.3, 3],
] as const;

/** A linear congruential generator (Numerical Recipes), good enough for a picture. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function madeUpDrums(count = 450) {
  const random = generator(7);
  const normal = () => Array.from({ length: 12 }, random).reduce((sum, u) => sum + u, -6);
  const y = Array.from({ length: count }, (_, i) => classNames[i % classNames.length]!);
  const X = y.map((name) => {
    const [x, level, dx, dLevel] = centres[classNames.indexOf(name)]!;
    return [Math.max(0.2, x + dx * normal()), Math.min(0, level + dLevel * normal())];
  });
  return { X, y, classNames, featureNames };
}

/** A short noisy stroke whose tone depends on its number. */
export function madeUpStroke(i: number, sr = 22_050) {
  const random = generator(i + 1);
  const y = Float32Array.from({ length: Math.round(0.6 * sr) }, (_, n) => {
    const t = n / sr;
    const tone = Math.sin(2 * Math.PI * 60 * (i + 1) * t + 4 * Math.exp(-30 * t));
    return 0.8 * Math.exp(-t * (6 + i)) * (0.7 * tone + 0.3 * (2 * random() - 1));
  });
  return { y, sr };
}

const ks = [1, 3, 5, 7, 9, 11, 15, 21, 31, 45, 61, 81, 101, 121];

/** A validation curve with a hump, of which the first points are there. */
export function madeUpCurve(known = ks.length) {
  const random = generator(3);
  const points = ks.slice(0, known).map((value) => {
    const level = Math.log(value) / Math.log(121);
    const validationScore = 0.48 + 0.4 * level * (1.1 - level) + 0.01 * random();
    const foldScores = Array.from({ length: 5 }, () => validationScore + 0.06 * (random() - 0.5));
    return { value, trainScore: 1 - 0.48 * level ** 0.7, validationScore, foldScores };
  });
  return { paramName: "nNeighbors", paramRange: ks, points };
}
