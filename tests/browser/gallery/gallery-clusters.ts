import { Matrix } from "../../../src/learn/base/matrix.ts";
import { AgglomerativeClustering } from "../../../src/learn/cluster/agglomerative-clustering.ts";
import { KMeans } from "../../../src/learn/cluster/k-means.ts";
import { PCA } from "../../../src/learn/decomposition/pca.ts";
import { silhouetteSamples } from "../../../src/learn/metrics/silhouette.ts";
import { GaussianMixture, type GaussianMixtureStep } from "../../../src/learn/mixture/gaussian-mixture.ts";
import { StandardScaler } from "../../../src/learn/preprocessing/standard-scaler.ts";
import {
  clusterFigure,
  curvesFigure,
  dendrogramFigure,
  labelGridFigure,
  linesFigure,
  matrixFigure,
  mixtureFigure,
  screeFigure,
  silhouetteFigure,
} from "../../../src/stdlib/figures/index.ts";
import type { Example } from "./example.ts";
import { sound } from "./gallery-sound.ts";
import { generator, madeUpDrums, madeUpStroke } from "./made-up-drums.ts";

const drums = madeUpDrums();
const X = new StandardScaler().fitTransform(drums.X);
const tree = () => new AgglomerativeClustering({ nClusters: 6 }).fit(X);
const play = (i: number) => sound.playNow(madeUpStroke(i % 6));

/** Rows whose columns are mixtures of four that vary less and less. */
function manyColumns(): number[][] {
  const random = generator(17);
  return Array.from({ length: 200 }, () => {
    const hidden = [4, 2, 1, 0.6].map((size) => size * (random() - 0.5));
    return Array.from({ length: 24 }, (_, j) => hidden[j % 4]! * (1 + (j % 3)) + 0.3 * (random() - 0.5));
  });
}

function similarities(): number[][] {
  const some = Array.from({ length: 48 }, (_, i) => X.row(i * 9));
  const order = some.map((_, i) => i).sort((a, b) => ((a * 9) % 6) - ((b * 9) % 6));
  return order.map((i) =>
    order.map((j) => Math.exp(-Math.hypot(some[i]![0]! - some[j]![0]!, some[i]![1]! - some[j]![1]!))),
  );
}

/** Notes sung about three pitches, in cents. */
function sungNotes(): number[] {
  const random = generator(37);
  return Array.from({ length: 400 }, (_, i) => {
    const centre = [0, 200, 200, 400][i % 4]!;
    return centre + 40 * (random() + random() + random() - 1.5);
  });
}

function mixtureOfNotes(): Element[] {
  const X = sungNotes();
  const mixture = new GaussianMixture({ nComponents: 3 }).fit(X.map((x) => [x]));
  return [mixtureFigure(mixture, { X, featureNames: ["pitch above the tonic (cents)"] })];
}

function mixtureOfDrums(steps: number): Element[] {
  const model = new GaussianMixture({ nComponents: 6, initParams: "random", maxIter: 80 });
  const fit = model.fitSteps(drums.X);
  let step = fit.next().value as GaussianMixtureStep;
  for (let i = 1; i < steps; i++) {
    const next = fit.next();
    if (next.done) break;
    step = next.value;
  }
  return [mixtureFigure(step, { X: drums.X, featureNames: drums.featureNames, play })];
}

/** Figures of what is found without labels. */
export const clusterExamples: readonly Example[] = [
  [
    "scree",
    () => {
      const rows = manyColumns();
      const chance = new PCA().fit(
        rows.map((_, i) => rows[0]!.map((_, j) => rows[(i + 7 * j) % rows.length]![j]!)),
      );
      return [screeFigure(new PCA().fit(rows), { chance })];
    },
  ],
  ["scree empty", () => [screeFigure(undefined)]],
  [
    "silhouette",
    () => {
      const { labels } = tree();
      return [silhouetteFigure(silhouetteSamples(X, labels), labels, { play })];
    },
  ],
  ["dendrogram", () => [dendrogramFigure(tree(), { play, distanceName: "Ward distance" })]],
  [
    "dendrogram small",
    () => {
      const rows = drums.X.slice(0, 18);
      const small = new AgglomerativeClustering({ nClusters: 3, linkage: "average" }).fit(rows);
      return [dendrogramFigure(small, { rowNames: drums.y.slice(0, 18), clusters: 4 })];
    },
  ],
  [
    "clusters",
    () => {
      const clusters = new KMeans({ nClusters: 6, nInit: 4 }).fit(X);
      const featureNames = ["brightness (scaled)", "level at 0.1 s (scaled)"];
      return [clusterFigure(clusters, { X, featureNames, links: true, play })];
    },
  ],
  [
    "clusters before the first step",
    () => [clusterFigure({ centers: Matrix.from([X.row(0), X.row(100)]) }, { X })],
  ],
  [
    "labels in a grid",
    () => [
      labelGridFigure(Array.from("abacabadeebaabad"), {
        perRow: 5,
        rowNames: ["first", "second", "third", "last"],
        labelNames: Array.from("abcde"),
        placesName: "bar",
        play,
      }),
    ],
  ],
  [
    "lines",
    () => {
      const x = [1, 2, 3, 4, 5, 6, 7, 8];
      const falling = { name: "inertia (share)", x, y: x.map((k) => 1 / k) };
      const level = { name: "silhouette", x: x.slice(1), y: [0.44, 0.53, 0.5, 0.48, 0.5, 0.51, 0.54] };
      return [linesFigure([falling, level], { xName: "clusters k", domain: [0, 1], value: 3 })];
    },
  ],
  ["lines empty", () => [linesFigure(undefined)]],
  ["clusters empty", () => [clusterFigure(undefined, { X })]],
  ["mixture of one feature", mixtureOfNotes],
  ["mixture", () => mixtureOfDrums(200)],
  ["mixture at its start", () => mixtureOfDrums(2)],
  ["mixture empty", () => [mixtureFigure(undefined, { X: sungNotes(), featureNames: ["pitch (cents)"] })]],
  [
    "curves",
    () => [
      curvesFigure(
        [
          { name: "upper tone", values: [5, 6, 6.6, 6.9, 7], weights: [0.2, 0.3, 0.4, 0.5, 0.6] },
          { name: "lower tone", values: [3, 2, 0.8, 0.2, 0], weights: [0.8, 0.7, 0.6, 0.5, 0.4] },
        ],
        {
          label: "round",
          valueName: "semitones",
          value: 3,
          levels: [
            { value: 0, label: "A" },
            { value: 7, label: "E" },
          ],
        },
      ),
      curvesFigure([{ name: "price", values: [9, 4, 3.5, 4, 5] }], { best: 3 }),
    ],
  ],
  [
    "similarities",
    () => [matrixFigure(similarities(), { valueName: "similarity", name: "How alike 48 sounds are" })],
  ],
];
