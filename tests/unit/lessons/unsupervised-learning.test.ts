import { expect, test } from "vitest";
import { OWN_GROOVES } from "../../../datasets/grooves/own-grooves.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  crossValidate,
  GroupKFold,
  KNeighborsClassifier,
  type Matrix,
  metrics,
  PCA,
  Pipeline,
  RandomState,
  StandardScaler,
} from "../../../src/learn/index.ts";
import { selfSimilarity } from "../../../src/music/index.ts";
import golden from "../../golden/lessons/unsupervised-learning/figures.json" with { type: "json" };

/** Both find components by a singular value decomposition in double precision; ratios are sums of squares of those. */
const ratioDigits = 9;

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const scaled = (X: Matrix) => new StandardScaler().fitTransform(X);
const firstOf = (X: Matrix) => Array.from(X.selectCols([0]).data);

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>, digits = ratioDigits): void {
  expect(found.length).toBe(wanted.length);
  for (let i = 0; i < wanted.length; i++) expect(found[i]).toBeCloseTo(wanted[i]!, digits);
}

function toldBy(values: readonly number[], names: readonly string[]): number {
  const meanOf = (name: string) => mean(values.filter((_, i) => names[i] === name));
  const means = new Map(Array.from(new Set(names), (name) => [name, meanOf(name)]));
  return metrics.r2(
    values,
    names.map((name) => means.get(name)!),
  );
}

const grooves = openDataset("grooves");
const rowsWhere = (test: (row: Record<string, unknown>) => boolean) =>
  grooves.rows.flatMap((row, i) => (test(row) ? [i] : []));
const own = rowsWhere(({ library }) => library === "Etude");
const scaler = new StandardScaler().fit(grooves.X.selectRows(own));
const pca = new PCA({ nComponents: 3 }).fit(scaler.transform(grooves.X.selectRows(own)));
const onAxis = (rows: number[]) => firstOf(pca.transform(scaler.transform(grooves.X.selectRows(rows))));

test("the map of twenty grooves, its axis and what genre tells of it are scikit-learn's", () => {
  const wanted = golden.grooves;
  expectClose(pca.explainedVarianceRatio, wanted.ratios);
  expect(
    toldBy(
      onAxis(own),
      grooves.y.filter((_, i) => own.includes(i)),
    ),
  ).toBeCloseTo(wanted.told, 9);
  const others = rowsWhere((row) => row.library === "mma" && row.genreOfFive !== null);
  expect(others.length).toBe(wanted.others);
  const there = toldBy(
    onAxis(others),
    others.map((i) => grooves.y[i]!),
  );
  expect(there).toBeCloseTo(wanted.there, 9);
  const pair = grooves.select(["rolloffMean", "centroidMean"]).selectRows(own);
  const [along, up] = new PCA().fit(pair).components.row(0);
  expect(((Math.atan2(up!, along!) * 180) / Math.PI + 180) % 180).toBeCloseTo(wanted.angle, 9);
  // A correlation, up to its sign: both in units of their own spread.
  const bright = scaled(grooves.select(["centroidMean"]).selectRows(own));
  const first = onAxis(own);
  const spread = Math.sqrt(mean(first.map((value) => value ** 2)));
  expect(Math.abs(mean(first.map((value, i) => (value / spread) * bright.row(i)[0]!)))).toBeCloseTo(
    wanted.brightness,
    9,
  );
});

test("the four grooves at the far right are those without hi-hat, cymbal and maraca", () => {
  const bright = /^[hoprcb] /;
  const without = OWN_GROOVES.filter(({ drums }) => !drums.some((line) => bright.test(line)));
  const byPlace = own
    .map((row, i) => ({ name: grooves.rows[row]!.file, at: onAxis(own)[i]! }))
    .toSorted((a, b) => b.at - a.at);
  const names = byPlace.slice(0, 4).map(({ name }) => name);
  expect(names.toSorted()).toEqual(without.map(({ name }) => name).toSorted());
  expect(without.map(({ genre }) => genre).toSorted()).toEqual(["ballad", "ballad", "waltz", "waltz"]);
  expect(byPlace[3]!.at - byPlace[4]!.at).toBeGreaterThan(2);
  // All four ballads right of the middle, all four jazz grooves left of it.
  const places = onAxis(own);
  for (const [i, row] of own.entries()) {
    if (grooves.y[row] === "ballad") expect(places[i]).toBeGreaterThan(0);
    if (grooves.y[row] === "jazz") expect(places[i]).toBeLessThan(0);
  }
});

test("the components of the game music, scaled and as it is, are scikit-learn's", () => {
  const games = openDataset("game-tracks");
  const wanted = golden.games;
  const Z = scaled(games.X);
  expectClose(new PCA().fit(Z).explainedVarianceRatio, wanted.ratios);
  expect(new PCA({ nComponents: 0.9 }).fit(Z).nComponentsKept).toBe(21);
  const unscaled = new PCA().fit(games.X);
  expectClose(unscaled.explainedVarianceRatio, wanted.unscaled);
  const rolloff = unscaled.components.row(0)[games.featureNames.indexOf("rolloffMean")]! ** 2;
  expect(rolloff).toBeCloseTo(wanted.rolloff, 9);
  const others = games.select(games.featureNames.filter((name) => !name.startsWith("mfcc")));
  expectClose(new PCA().fit(scaled(others)).explainedVarianceRatio, wanted.withoutShape);
  expectClose(new PCA().fit(others).explainedVarianceRatio, wanted.withoutShapeUnscaled);
  const axis = firstOf(new PCA({ nComponents: 1 }).fitTransform(Z));
  expect(toldBy(axis, games.y)).toBeCloseTo(wanted.told, 9);
});

test.each(Object.entries(golden.games.naming))(
  "%s components name as many games as scikit-learn's",
  (count, score) => {
    const games = openDataset("game-tracks");
    const model = new Pipeline([
      ["scale", new StandardScaler()],
      ["components", new PCA({ nComponents: Number(count) })],
      ["neighbours", new KNeighborsClassifier({ nNeighbors: 5 })],
    ]);
    const options = { cv: new GroupKFold({ nSplits: 5 }), groups: games.groups };
    // One piece in 684: neighbours that are equally far to the last digit may be taken in another order.
    const { pooled } = crossValidate(model, games.X, games.y, options);
    expect(Math.abs(pooled.score - score)).toBeLessThanOrEqual(1 / 684 + 1e-12);
  },
);

test("the likeness of the bars of the rag, and so its form, are scikit-learn's", () => {
  const table = openDataset("rags").table("bars");
  const rows = table
    .records()
    .flatMap(({ piece, bar }, i) => (piece === "maple-leaf-rag" && Number(bar) > 0 ? [i] : []));
  const pitchClasses = Array.from({ length: 12 }, (_, k) => `pitchClass${k}`);
  const bars = table.select(pitchClasses).selectRows(rows);
  const S = selfSimilarity({ data: bars.data, frames: bars.rows, bins: bars.cols });
  const n = S.frames;
  expect(n).toBe(144);
  const atLag = (lag: number) => mean(Array.from({ length: n - lag }, (_, i) => S.data[i * n + i + lag]!));
  expectClose(
    Array.from({ length: 128 }, (_, i) => atLag(i + 1)),
    golden.rag.atLag,
  );
  expect(golden.rag.atLag.indexOf(Math.max(...golden.rag.atLag)) + 1).toBe(16);
  const part = (a: number, b: number) =>
    mean(Array.from({ length: 16 }, (_, k) => S.data[(16 * a + k) * n + 16 * b + k]!));
  const firsts = golden.rag.parts.map((line, b) => {
    expectClose(
      line.map((_, a) => part(b, a)),
      line,
    );
    return line.findIndex((likeness) => likeness > 0.9);
  });
  // AABBACCDD, the form that every edition has, as the place where each part was first heard.
  expect(firsts).toEqual([0, 0, 2, 2, 0, 5, 5, 7, 7]);
});

test("the components of feelings, the day and caffeine are scikit-learn's", () => {
  const moods = openDataset("moods");
  const Z = scaled(moods.X);
  expectClose(new PCA({ nComponents: 10 }).fit(Z).explainedVarianceRatio, golden.moods.ratios);
  const energy = firstOf(new PCA({ nComponents: 1, whiten: true }).fitTransform(Z));
  const [hour, drug] = [moods.column("hour") as number[], moods.column("drug")];
  const meanWhere = (test: (i: number) => boolean) => mean(energy.filter((_, i) => test(i)));
  const days = [...new Set(moods.groups)]
    .map((study) => [
      meanWhere((i) => moods.groups[i] === study && hour[i]! <= 9),
      meanWhere((i) => moods.groups[i] === study && hour[i]! >= 15),
    ])
    .filter(([early, late]) => Number.isFinite(early! + late!));
  expect(days.length).toBe(9);
  for (const [i, day] of days.entries()) expectClose(day, golden.moods.days[i]!);
  const given = [...new Set(moods.groups.filter((_, i) => drug[i] !== null))];
  expect(given.length).toBe(10);
  for (const study of given) {
    const [withCaffeine, without] = ["caffeine", "placebo"].map((what) =>
      meanWhere((i) => moods.groups[i] === study && drug[i] === what),
    );
    expect(withCaffeine, study).toBeGreaterThan(without!);
  }
  const caffeine = meanWhere((i) => drug[i] === "caffeine") - meanWhere((i) => drug[i] === "placebo");
  expect(caffeine).toBeCloseTo(golden.moods.caffeine, 9);
});

test("on the map of the games clear tones are at the right, strokes, bass and Nexuiz at the left", () => {
  const games = openDataset("game-tracks");
  const model = new PCA({ nComponents: 1 }).fit(scaled(games.X));
  const weight = (name: string) => model.components.row(0)[games.featureNames.indexOf(name)]!;
  for (const name of ["contrast2", "contrast3", "contrast4"]) expect(weight(name)).toBeGreaterThan(0.15);
  for (const name of ["onsetRate", "bassShare", "fluxMean"]) expect(weight(name)).toBeLessThan(-0.15);
  const axis = firstOf(model.transform(scaled(games.X)));
  const meanOf = (game: string) => mean(axis.filter((_, i) => games.y[i] === game));
  expect(meanOf("Nexuiz")).toBeLessThan(-3);
  expect(meanOf("Unknown Horizons")).toBeGreaterThan(3);
});

test("the first component of feelings is energy against tiredness, the second tension against calm", () => {
  const moods = openDataset("moods");
  const { components } = new PCA({ nComponents: 2 }).fit(scaled(moods.X));
  const words = [0, 1].map((k) => {
    const weights = components.row(k);
    return moods.featureNames.toSorted(
      (a, b) => weights[moods.featureNames.indexOf(b)]! - weights[moods.featureNames.indexOf(a)]!,
    );
  });
  expect(words[0]!.slice(0, 3).toSorted()).toEqual(["energetic", "fullOfPep", "lively"]);
  expect(words[0]!.slice(-2).toSorted()).toEqual(["sleepy", "tired"]);
  expect(words[1]!.slice(0, 3).toSorted()).toEqual(["clutchedUp", "jittery", "tense"]);
  expect(words[1]!.at(-1)).toBe("calm");
});

test("the third component of feelings has one sign, the first two have both", () => {
  const components = new PCA({ nComponents: 3 }).fit(scaled(openDataset("moods").X)).components;
  const signs = [0, 1, 2].map((k) => new Set(Array.from(components.row(k), Math.sign)).size);
  expect(signs).toEqual([2, 2, 1]);
});

test("in draw 2 of synthetic students slow practice goes against years of playing, in draw 3 with them", () => {
  const diaries = openDataset("practice");
  const at = (name: string) => diaries.featureNames.indexOf(name);
  const sides = ([2, 3] as const).map((seed) => {
    const some = new RandomState(seed).permutation(400).slice(0, 200);
    const found = new PCA().fit(scaled(diaries.X.selectRows(some)));
    const wanted = golden.practice[seed];
    expectClose(found.explainedVarianceRatio, wanted.ratios);
    const first = found.components.row(0);
    // An axis is steep to find where the next is about as wide: its digits are fewer than those of its share.
    expectClose(first.map(Math.abs), wanted.first, 8);
    for (const name of ["yearsPlayed", "slowShare", "metronomeShare"])
      expect(Math.abs(first[at(name)]!)).toBeGreaterThan(0.25);
    return Math.sign(first[at("yearsPlayed")]! * first[at("slowShare")]!);
  });
  expect(sides).toEqual([-1, 1]);
});
