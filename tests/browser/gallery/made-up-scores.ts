import { generator } from "./made-up-drums.ts";

const sizes = [30, 60, 90, 150, 210, 300, 390];

/** A learning curve that ends at `level`, of which the first points are there. */
export function madeUpLearning(level: number, known = sizes.length) {
  const random = generator(Math.round(1000 * level));
  const points = sizes.slice(0, known).map((trainSize) => {
    const validationScore = level - 0.9 / Math.sqrt(trainSize + 8);
    const foldScores = Array.from({ length: 5 }, () => validationScore + 0.08 * (random() - 0.5));
    return {
      trainSize,
      trainScore: level + 0.02 + 0.6 / Math.sqrt(trainSize + 60),
      validationScore,
      foldScores,
    };
  });
  return { trainSizes: sizes, points };
}

/** Twelve degrees of a polynomial: bias falls, variance grows. */
export function madeUpBiasVariance() {
  return Array.from({ length: 12 }, (_, degree) => {
    const [bias2, variance, noise] = [0.05 * 0.55 ** degree, 0.002 * (degree + 1), 0.04];
    return { value: degree, bias2, variance, noise, expectedLoss: bias2 + variance + noise };
  });
}

/** An envelope, and forty fits that waver around it, some of them wildly at the end. */
export function madeUpFits() {
  const random = generator(11);
  const x = Array.from({ length: 81 }, (_, i) => i / 80);
  const truth = x.map((t) => (t < 0.1 ? 10 * t : 0.4 + 0.6 * Math.exp(-6 * (t - 0.1))));
  const fits = Array.from({ length: 40 }, () => {
    const [a, b, c] = [random() - 0.5, random() - 0.5, random() - 0.5];
    return x.map((t, i) => 0.9 * truth[i]! + 0.05 + 0.25 * a * Math.sin(7 * t) + 0.2 * b + 3 * c * t ** 12);
  });
  const px = x.filter((_, i) => i % 5 === 2);
  const py = px.map((_, i) => truth[5 * i + 2]! + 0.3 * (random() - 0.5));
  return { x, truth, fits, points: { x: px, y: py } };
}

/** The loudness of a phrase: an arch, and in it four beats. */
export function madeUpPhrase() {
  const random = generator(5);
  const beats = Array.from({ length: 64 }, (_, i) => i / 4);
  const arch = beats.map((t) => 60 + 8 * Math.sin((Math.PI * t) / 16));
  const loudness = arch.map((level, i) => level + (i % 4 === 0 ? 3 : -1) + random());
  return { beats, arch, loudness };
}

/** Scores of 300 samples of which one in ten is sought; `skill` says how far the two lie apart. */
export function madeUpScored(skill: number, name?: string) {
  const random = generator(21);
  const yTrue = Array.from({ length: 300 }, (_, i) => (i % 10 === 0 ? "clap" : "other"));
  const yScore = yTrue.map((label) => {
    const middle = 0.3 + (label === "clap" ? skill : 0);
    return Math.min(1, Math.max(0, middle + 0.5 * (random() + random() - 1)));
  });
  return { name, yTrue, yScore, posLabel: "clap" };
}

/** Forty samples of four kits, three classes in turn. */
export function madeUpRows() {
  const y = Array.from({ length: 40 }, (_, i) => ["kick", "snare", "tom"][i % 3]!);
  return { X: y.map((_, i) => [i]), y, groups: y.map((_, i) => `kit ${Math.floor(i / 10) + 1}`) };
}

/** Scores of `count` hold-outs around a middle. */
export function madeUpHoldOuts(middle: number, count: number, spread = 0.12) {
  const random = generator(Math.round(1000 * middle) + count);
  return Array.from({ length: count }, () => {
    const offset = random() + random() + random() - 1.5;
    return Math.min(1, Math.round(100 * (middle + spread * offset)) / 100);
  });
}

/** Losses of a training that overfits after epoch 20 or so. */
export function madeUpLosses(epochs: number, rate = 1) {
  const random = generator(9);
  const all = Array.from({ length: epochs }, (_, i) => i + 1);
  return {
    training: all.map((e) => 1.7 * Math.exp((-rate * e) / 15) + 0.01),
    validation: all.map((e) => 0.75 + Math.exp((-rate * e) / 8) + 0.011 * rate * e + 0.04 * random()),
  };
}

/** Thirty features, ten of them planted. */
export function madeUpFeatures() {
  const random = generator(13);
  return Array.from({ length: 30 }, (_, i) => {
    const planted = i >= 20;
    const score = planted ? 0.05 * random() - 0.02 : 0.3 * Math.exp(-i / 6) + 0.01 * random();
    const half = 0.01 + 0.02 * random();
    const name = planted ? `noise ${i - 19}` : `MFCC ${i}, mean over the stroke`;
    return { name, score, planted, interval: [score - half, score + half] as const };
  });
}
