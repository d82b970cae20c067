import { expect, test } from "vitest";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  GaussianMixture,
  GroupKFold,
  KMeans,
  type Matrix,
  metrics,
  RandomState,
  StandardScaler,
} from "../../../src/learn/index.ts";
import { PITCH_CLASSES, sonifySteps } from "../../../src/music/index.ts";
import golden from "../../golden/lessons/gaussian-mixture-models/figures.json" with { type: "json" };
import { frequenciesOf } from "../../lessons/support/frequencies.ts";
import { scale, sing, tune } from "../../lessons/support/sung-tune.ts";

/** What the curriculum asks of log-likelihoods; both sum up in double precision, but k-means stops by a tolerance. */
const digits = 6;

const rowsOf = (frames: readonly number[]) => frames.map((cents) => [cents]);
const sorted = (mixture: GaussianMixture) => Array.from(mixture.means.data).sort((a, b) => a - b);
const counts = Array.from({ length: 11 }, (_, i) => i + 1);
const lowest = (values: readonly number[]) => values.indexOf(Math.min(...values));

test.each(Object.entries(golden.tunes))(
  "at a vibrato of %s cents the fits of 1 to 11 tones are scikit-learn's",
  (swing, wanted) => {
    const frames = sing(tune, Number(swing), new RandomState(7));
    expect(frames.length).toBe(wanted.frames);
    for (const [i, value] of wanted.first.entries()) expect(frames[i]).toBeCloseTo(value, 9);
    const X = rowsOf(frames);
    const fits = counts.map((k) => new GaussianMixture({ nComponents: k, nInit: 5, randomState: 7 }).fit(X));
    for (const [i, fit] of fits.entries()) {
      expect(fit.score(X), `${i + 1} tones`).toBeCloseTo(wanted.logLikelihoods[i]!, digits);
      expect(fit.bic(X) / wanted.bics[i]!).toBeCloseTo(1, digits);
    }
    const best = fits[lowest(fits.map((fit) => fit.bic(X)))]!;
    for (const [i, mean] of sorted(best).entries()) expect(mean).toBeCloseTo(wanted.best[i]!, 3);
  },
);

test("BIC counts five notes up to a vibrato of 30 cents, seven at 35 and eight at 40", () => {
  const found = Object.fromEntries(
    Object.entries(golden.tunes).map(([swing, { bics }]) => [swing, lowest(bics) + 1]),
  );
  expect(found).toEqual({ 0: 5, 15: 5, 30: 5, 35: 7, 40: 8 });
  // The more often the same singing is written down, the more.
  expect(golden.rates).toEqual([7, 8, 10]);
});

test("25 beginnings end where scikit-learn's end, and 5 of them on the five notes", () => {
  const X = rowsOf(sing(tune, 15, new RandomState(7)));
  let found = 0;
  for (const [randomState, wanted] of golden.beginnings.entries()) {
    const fit = new GaussianMixture({ nComponents: 5, initParams: "random_from_data", randomState });
    const steps = [...fit.fitSteps(X)];
    expect(steps.length, `beginning ${randomState}`).toBe(wanted.rounds);
    expect(fit.score(X)).toBeCloseTo(wanted.score, digits);
    for (const [i, { lowerBound }] of steps.entries()) {
      // Never downhill, but for the last digits.
      if (i > 0) expect(lowerBound).toBeGreaterThan(steps[i - 1]!.lowerBound - 1e-12);
    }
    const means = sorted(fit);
    if (scale.every((note) => means.some((mean) => Math.abs(mean - note) < 15))) found++;
  }
  expect(found).toBe(5);
});

test("the chord that the rounds are heard as ends on the means, as loud as the weights", () => {
  const X = rowsOf(sing(tune, 15, new RandomState(7)));
  const model = new GaussianMixture({ nComponents: 5, initParams: "random_from_data", randomState: 16 });
  const steps = [...model.fitSteps(X)];
  const hz = (cents: number) => 220 * 2 ** (cents / 1200);
  const tones = Array.from({ length: 5 }, (_, c) => ({
    hz: steps.map(({ means }) => hz(means.data[c]!)),
    level: steps.map(({ weights }) => 0.85 * weights[c]!),
  }));
  const [sr, stepSeconds] = [8000, 0.7];
  const y = sonifySteps(tones, { sr, stepSeconds, holdSeconds: 1.5, partials: [1, 0.4, 0.2] });
  expect(y.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeLessThanOrEqual(0.85);
  for (const round of [0, 4, steps.length - 1]) {
    const { means, weights } = steps[round]!;
    // The second half of a round, in which the tones have arrived; the last one is held.
    const from = Math.round((round + 0.5) * stepSeconds * sr);
    const length = round === steps.length - 1 ? 1.7 * sr : (stepSeconds / 2) * sr;
    const heard = frequenciesOf(y.subarray(from, from + length), sr, means.data.length);
    // A third of a second tells frequencies apart to 6 Hz, which its peak is read to a tenth of.
    const apart = round === steps.length - 1 ? 0.3 : 1.5;
    for (const [c, mean] of means.data.entries()) {
      if (weights[c]! < 0.1) continue; // too soft to stand out of the others' side lobes
      const nearest = heard.reduce((a, b) => (Math.abs(b - hz(mean)) < Math.abs(a - hz(mean)) ? b : a));
      expect(Math.abs(nearest - hz(mean)), `round ${round + 1}, tone ${c + 1}`).toBeLessThan(apart);
    }
  }
});

test.each([
  [["decay", "bassShare"], golden.drums],
  [["brightness", "attack"], golden.otherFeatures],
] as const)("kicks and toms are grouped by %j as scikit-learn groups them", (features, wanted) => {
  const [drums, heard] = (["drums", "drum-test"] as const).map((id) => {
    const data = openDataset(id);
    const rows = data.y.flatMap((label, i) => (label === "kick" || label === "tom" ? [i] : []));
    return { X: data.select([...features]).selectRows(rows), y: rows.map((i) => data.y[i]!) };
  });
  const scaler = new StandardScaler().fit(drums!.X);
  const [P, T] = [scaler.transform(drums!.X), scaler.transform(heard!.X)];
  const shares = (groups: ArrayLike<number>, others: ArrayLike<number>) => {
    const names = [0, 1].map((group) => {
      const members = drums!.y.filter((_, i) => groups[i] === group);
      return members.filter((label) => label === "kick").length > members.length / 2 ? "kick" : "tom";
    });
    const named = (each: ArrayLike<number>) => Array.from(each, (group) => names[group]!);
    return [metrics.accuracy(drums!.y, named(groups)), metrics.accuracy(heard!.y, named(others))];
  };
  const kMeans = new KMeans({ nClusters: 2, nInit: 10, randomState: 7 }).fit(P);
  expect(shares(kMeans.labels, kMeans.predict(T))).toEqual(wanted.kMeans);
  const mixture = new GaussianMixture({ nComponents: 2, nInit: 10, regCovar: 1e-3, randomState: 7 }).fit(P);
  expect(shares(mixture.predict(P), mixture.predict(T))).toEqual(wanted.mixture);
});

const grooves = openDataset("grooves");
const cv = new GroupKFold({ nSplits: 5 });

function heldOut(X: Matrix, y: readonly string[], groups: readonly string[], settings: object): number {
  const answers: string[] = [];
  for (const { train, test } of cv.split(X, y, groups)) {
    const models = [...new Set(y)].sort().map((name) => {
      const rows = Array.from(train).filter((i) => y[i] === name);
      const mixture = new GaussianMixture(settings).fit(X.selectRows(rows));
      const share = Math.log(rows.length / train.length);
      return { name, logs: mixture.scoreSamples(X.selectRows(test)).map((log) => log + share) };
    });
    for (const [k, i] of Array.from(test).entries()) {
      answers[i] = models.reduce((a, b) => (b.logs[k]! > a.logs[k]! ? b : a)).name;
    }
  }
  return metrics.accuracy(y, answers);
}

test("mixtures for chords and for genres score what they score in scikit-learn", () => {
  const bars = grooves.table("bars");
  const [chords, files] = ["chord", "file"].map((name) => Array.from(bars.column(name), String)) as [
    string[],
    string[],
  ];
  for (const [kind, prefix] of [
    ["plain", "stft"],
    ["cleaned", ""],
  ] as const) {
    const C = bars.select(PITCH_CLASSES.map((name) => prefix + name));
    for (const covarianceType of ["spherical", "diag", "full"] as const) {
      const score = heldOut(C, chords, files, { covarianceType, regCovar: 1e-3 });
      // One bar of 2,680 may stand on the border of two chords.
      expect(
        Math.abs(score - golden.chords[kind][covarianceType]),
        `${kind}, ${covarianceType}`,
      ).toBeLessThan(0.0008);
    }
  }
  const rows = grooves.rows.flatMap(({ library }, i) => (library === "mma" ? [i] : []));
  const G = grooves.X.selectRows(rows);
  const [genres, sheets] = [grooves.y, grooves.groups].map((all) => rows.map((i) => all[i]!)) as [
    string[],
    string[],
  ];
  for (const [i, wanted] of golden.genres.entries()) {
    const settings = { nComponents: i + 1, covarianceType: "diag", randomState: 7 };
    expect(heldOut(G, genres, sheets, settings)).toBeCloseTo(wanted, 9);
  }
});

test("of decay and bass share the mixture makes more than k-means, and of brightness and attack less", () => {
  for (const i of [0, 1]) expect(golden.drums.mixture[i]!).toBeGreaterThan(golden.drums.kMeans[i]!);
  expect(golden.otherFeatures.mixture[0]!).toBeLessThan(golden.otherFeatures.kMeans[0]!);
});

test("what the lesson says of chords and genres in words is so", () => {
  const { plain, cleaned } = golden.chords;
  expect(plain.diag).toBeLessThan(plain.spherical);
  expect(plain.spherical).toBeLessThan(plain.templates);
  expect(plain.full).toBeGreaterThan(plain.templates);
  expect(plain.pairs).toBeLessThan(plain.full);
  expect(Math.max(plain.templates, plain.full, plain.spherical, plain.diag)).toBeLessThan(plain.two);
  expect(cleaned.templates).toBeCloseTo(0.97, 2);
  expect(cleaned.full).toBeLessThan(cleaned.templates);
  expect(golden.genres[1]).toBeLessThan(golden.genres[0]!);
  expect(golden.genres[2]).toBeLessThan(golden.genres[0]!);
});
