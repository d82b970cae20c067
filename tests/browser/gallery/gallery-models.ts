import { LinearRegression } from "../../../src/learn/linear-model/linear-regression.ts";
import { KNeighborsClassifier } from "../../../src/learn/neighbors/k-neighbors-classifier.ts";
import { StandardScaler } from "../../../src/learn/preprocessing/standard-scaler.ts";
import { SVC } from "../../../src/learn/svm/svc.ts";
import { DecisionTreeClassifier } from "../../../src/learn/tree/decision-tree-classifier.ts";
import {
  decisionRegionsFigure,
  featureTable,
  marginFigure,
  matrixFigure,
  networkFigure,
  regressionFigure,
  scatterFigure,
  scoresFigure,
  stripFigure,
  treeFigure,
} from "../../../src/stdlib/figures/index.ts";
import { slider } from "../../../src/stdlib/inputs/index.ts";
import type { Example } from "./example.ts";
import { clusterExamples } from "./gallery-clusters.ts";
import { searchExamples } from "./gallery-searches.ts";
import { sound } from "./gallery-sound.ts";
import { classNames, generator, madeUpDrums, madeUpStroke } from "./made-up-drums.ts";

const drums = madeUpDrums();

function live(): Element[] {
  const k = slider("k", [1, 121], { value: 15, step: 2, unit: "neighbours" });
  const box = document.createElement("div");
  const redraw = () => {
    const model = new KNeighborsClassifier({ nNeighbors: k.value }).fit(drums.X, drums.y);
    const trained = 1 - 0.4 * (Math.log(k.value) / Math.log(121));
    const scores = scoresFigure(
      [
        { name: "training", value: trained, kind: "training" },
        { name: "validation", value: 0.58, interval: [0.53, 0.63], kind: "validation" },
        { name: "new kits", value: undefined, kind: "test" },
      ],
      { baseline: { value: 0.3, name: "always the commonest class" } },
    );
    box.replaceChildren(scores, decisionRegionsFigure(model, drums));
  };
  k.addEventListener("input", redraw);
  redraw();
  return [k, box];
}

function scatter(): Element[] {
  return [
    scatterFigure({
      ...drums,
      describe: (i) => `sound ${i + 1}`,
      play: (i) => sound.playNow(madeUpStroke(i % 6)),
      highlight: { indices: [3, 40, 77], name: "answered wrongly" },
    }),
  ];
}

function features(): Element[] {
  const rows = drums.X.map(([brightness, level], i) => {
    return { class: drums.y[i]!, kit: `kit ${i % 14}`, brightness, level };
  });
  const columns = [
    "class",
    "kit",
    { key: "brightness", unit: "kHz" },
    { key: "level", label: "level at 0.1 s", unit: "dB" },
  ];
  const play = (i: number) => sound.playButton(madeUpStroke(i % 6), `row ${i + 1}`);
  return [featureTable(rows, { caption: "Features of the drum sounds", columns, play })];
}

function strip(): Element[] {
  const two = drums.y.map((name, i) => ({ name, i })).filter(({ name }) => ["snare", "tom"].includes(name));
  return [
    stripFigure({
      x: two.map(({ i }) => drums.X[i]![1]!),
      y: two.map(({ name }) => name),
      classNames: ["tom", "snare"],
      xName: "level at 0.1 s (dB)",
      threshold: -14,
      above: "tom",
      describe: (i) => `sound ${i + 1}`,
      play: (i) => sound.playNow(madeUpStroke(i % 6)),
    }),
  ];
}

/** A note with vibrato, measured badly. */
function vibrato() {
  const random = generator(23);
  const x = Array.from({ length: 40 }, (_, i) => i / 80);
  return { x, y: x.map((t) => 30 * Math.sin(2 * Math.PI * 5.5 * t) + 40 * (random() - 0.5)) };
}

function regression(): Element[] {
  const { x, y } = vibrato();
  const power = (t: number) => Array.from({ length: 9 }, (_, d) => (4 * t - 1) ** (d + 1));
  const model = new LinearRegression().fit(x.map(power), y);
  const line = (t: number) => Number(model.predict([power(t)])[0]);
  const band = {
    x,
    low: x.map((t) => line(t) - 15),
    high: x.map((t) => line(t) + 15),
    name: "95 % of the notes",
  };
  const truth = (t: number) => 30 * Math.sin(2 * Math.PI * 5.5 * t);
  return [
    regressionFigure({
      x,
      y,
      fit: line,
      truth,
      band,
      residuals: true,
      xName: "time (s)",
      yName: "pitch (cents)",
    }),
  ];
}

function weights(): Element[] {
  const random = generator(29);
  const rowNames = ["brightness", "noisiness", "decay", "bass share", "attack", "level at 0.1 s"];
  const matrix = rowNames.map(() => classNames.map(() => 2 * (random() + random() + random()) - 3));
  return [
    matrixFigure(matrix, {
      rowNames,
      columnNames: classNames,
      valueName: "weight",
      name: "Weights of a linear model",
    }),
  ];
}

const two = {
  X: drums.X.filter((_, i) => i % 6 === 1 || i % 6 === 2),
  y: drums.y.filter((name) => ["snare", "tom"].includes(name)),
  featureNames: drums.featureNames,
};

/** The two classes on scaled features, as a support vector machine wants them. */
function margin(kernel: "linear" | "rbf", C: number): Element[] {
  const X = new StandardScaler().fitTransform(two.X);
  const model = new SVC({ kernel, C, gamma: 2 }).fit(X, two.y);
  const featureNames = ["brightness (scaled)", "level at 0.1 s (scaled)"];
  const play = (i: number) => sound.playNow(madeUpStroke(i % 6));
  return [
    marginFigure(model, {
      X,
      y: two.y,
      featureNames,
      classNames: ["snare", "tom"],
      describe: (i) => `sound ${i + 1}`,
      play,
    }),
  ];
}

/** Fitted without every third sample, which then stand where they stood, pale. */
function marginWithout(): Element[] {
  const X = new StandardScaler().fitTransform(two.X);
  const rows = Array.from(two.y.keys());
  const without = rows.filter((i) => i % 3 === 0);
  const kept = rows.filter((i) => i % 3 > 0);
  const model = new SVC({ kernel: "linear" }).fit(
    X.selectRows(kept),
    kept.map((i) => two.y[i]!),
  );
  const featureNames = ["brightness (scaled)", "level at 0.1 s (scaled)"];
  const invitation = "Choose a point to take it away.";
  return [marginFigure(model, { X, y: two.y, featureNames, without, invitation })];
}

function tree(): Element[] {
  const model = new DecisionTreeClassifier({ maxDepth: 6 }).fit(drums.X, drums.y);
  return [treeFigure(model, { featureNames: drums.featureNames, depth: 3, sample: drums.X[2]! })];
}

function network(units: number): Element[] {
  const random = generator(31);
  const matrix = (rows: number, cols: number) =>
    Array.from({ length: rows }, () =>
      Array.from({ length: cols }, () => random() + random() + random() - 1.5),
    );
  const weights = [matrix(6, units), matrix(units, 6)];
  const activations = [6, units, 6].map((count) => Array.from({ length: count }, () => random()));
  const inputNames = ["brightness", "noisiness", "decay", "bass share", "attack", "level at 0.1 s"];
  return [networkFigure(weights, { inputNames, outputNames: classNames, activations })];
}

/** Figures of samples and of what models make of them. */
export const modelExamples: readonly Example[] = [
  ["live", live],
  ["scatter", scatter],
  ["features", features],
  ["strip", strip],
  ["regression", regression],
  ["regression empty", () => [regressionFigure({ ...vibrato(), xName: "time (s)", yName: "pitch (cents)" })]],
  ["weights", weights],
  ["matrix empty", () => [matrixFigure(undefined)]],
  ["margin", () => margin("linear", 1)],
  ["margin of a kernel", () => margin("rbf", 10)],
  ["margin without", marginWithout],
  ["margin empty", () => [marginFigure(undefined, two)]],
  ["tree", tree],
  ["tree empty", () => [treeFigure(undefined)]],
  ["network", () => network(8)],
  ["network in groups", () => network(64)],
  ["network empty", () => [networkFigure(undefined)]],
  ...searchExamples,
  ...clusterExamples,
];
