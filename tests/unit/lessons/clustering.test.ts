import { expect, test } from "vitest";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  AgglomerativeClustering,
  KMeans,
  type Matrix,
  metrics,
  StandardScaler,
} from "../../../src/learn/index.ts";
import golden from "../../golden/lessons/clustering/figures.json" with { type: "json" };

/** Sums of some hundred squares in double precision, added up in another order. */
const digits = 9;

const linkages = ["ward", "average", "complete", "single"] as const;
const scaled = (X: Matrix) => new StandardScaler().fitTransform(X);
const best = (nClusters: number) => new KMeans({ nClusters, nInit: 10, randomState: 7 });
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>): void {
  expect(found.length).toBe(wanted.length);
  for (let i = 0; i < wanted.length; i++) expect(found[i]).toBeCloseTo(wanted[i]!, digits);
}

function meanAgreement(runs: readonly KMeans[]): number {
  const pairs = runs.flatMap((a, i) => runs.slice(0, i).map((b) => metrics.adjustedRand(a.labels, b.labels)));
  return mean(pairs);
}

/** The rows of each branch of a tree. Two merges at one height, equal but for rounding, may come in either order. */
function branches(children: readonly (readonly [number, number])[]): string[] {
  const rows = children.length + 1;
  const below: number[][] = range(0, rows).map((row) => [row]);
  for (const [left, right] of children)
    below.push([...below[left]!, ...below[right]!].toSorted((a, b) => a - b));
  return below.slice(rows).map(String).toSorted();
}

const folder = openDataset("drum-test");
const raw = folder.select(["brightness", "decay"]);
const X = scaled(raw);
const fits = range(1, 13).map((k) => best(k).fit(X));
const joined = (linkage: (typeof linkages)[number]) => new AgglomerativeClustering({ nClusters: 6, linkage });

test("from the same centres labels and inertia are scikit-learn's", () => {
  for (const { k, labels, inertia } of golden.folder.stepped) {
    const step = Math.floor(X.rows / k);
    const init = X.selectRows(range(0, k).map((c) => c * step));
    const kmeans = new KMeans({ nClusters: k, init, tol: 0 }).fit(X);
    expect(kmeans.labels).toEqual(labels);
    expect(kmeans.inertia).toBeCloseTo(inertia, digits);
    // What the lesson draws step by step comes to the same end.
    const last = Array.from(new KMeans({ nClusters: k, init, tol: 0 }).fitSteps(X)).at(-1)!;
    expect(Array.from(last.labels)).toEqual(labels);
    expect(last.inertia).toBeCloseTo(inertia, digits);
  }
});

test("ten random starts end where scikit-learn's do, and agree as little", () => {
  for (const k of [3, 6] as const) {
    const wanted = golden.folder.starts[k];
    const runs = range(1, 11).map((randomState) =>
      new KMeans({ nClusters: k, init: "random", nInit: 1, tol: 0, randomState }).fit(X),
    );
    expectClose(
      runs.map(({ inertia }) => inertia),
      wanted.inertias,
    );
    expect(meanAgreement(runs)).toBeCloseTo(wanted.agreement, digits);
  }
});

test("inertia, silhouette and the agreement of starts by k are scikit-learn's", () => {
  expectClose(
    fits.map(({ inertia }) => inertia),
    golden.folder.inertias,
  );
  expectClose(
    fits.slice(1).map(({ labels }) => metrics.silhouette(X, labels)),
    golden.folder.silhouettes,
  );
  expectClose(metrics.silhouetteSamples(X, fits[7]!.labels), golden.folder.samples);
  const stable = range(2, 13).map((nClusters) =>
    meanAgreement(range(0, 10).map((randomState) => new KMeans({ nClusters, nInit: 1, randomState }).fit(X))),
  );
  expectClose(stable, golden.folder.stable);
});

test.each(linkages)("the merges, heights and clusters of %s linkage are scikit-learn's", (linkage) => {
  const wanted = golden.folder.linkages[linkage];
  const tree = joined(linkage).fit(X);
  expect(branches(tree.children)).toEqual(branches(wanted.children as [number, number][]));
  expectClose(tree.distances, wanted.distances);
  expect(tree.labels).toEqual(wanted.labels);
});

test("the agreement with the kinds of drum is scikit-learn's, for both folders and in all units", () => {
  for (const id of ["drum-test", "drums"] as const) {
    const drums = openDataset(id);
    const Z = scaled(drums.select(["brightness", "decay"]));
    const models = {
      "k-means": best(6),
      ...Object.fromEntries(linkages.map((each) => [each, joined(each)])),
    };
    for (const [name, wanted] of Object.entries(golden.agreements[id])) {
      const model = Reflect.get(models, name) as KMeans | AgglomerativeClustering;
      expect(metrics.adjustedRand(drums.y, model.fit(Z).labels), `${id}, ${name}`).toBeCloseTo(
        wanted,
        digits,
      );
    }
  }
  const rows = range(0, raw.rows).map((i) => Array.from(raw.row(i)) as [number, number]);
  const seconds = best(6).fit(raw).labels;
  const milliseconds = best(6).fit(rows.map(([bright, long]) => [bright, 1000 * long])).labels;
  const hertz = best(6).fit(rows.map(([bright, long]) => [440 * 2 ** bright, long])).labels;
  const { units, wide } = golden.folder;
  const close = (a: readonly (number | string)[], b: readonly number[], wanted: number) =>
    expect(metrics.adjustedRand(a, b)).toBeCloseTo(wanted, digits);
  close(seconds, milliseconds, units.secondsMilliseconds);
  close(folder.y, seconds, units.seconds);
  close(folder.y, milliseconds, units.milliseconds);
  close(folder.y, hertz, units.hertz);
  close(fits[5]!.labels, joined("ward").fit(X).labels, golden.folder.wardAndKMeans);
  const five = folder.select(["brightness", "decay", "noisiness", "bassShare", "attack"]);
  close(folder.y, best(6).fit(scaled(five)).labels, wide.five);
  close(folder.y, best(6).fit(scaled(folder.X)).labels, wide.all);
});

test("the bars of the rag and the heaps of tunes are scikit-learn's", () => {
  const bars = openDataset("rags").table("bars").records();
  const pitches = bars
    .filter(({ piece, bar }) => piece === "maple-leaf-rag" && (bar as number) > 0)
    .map((bar) => range(0, 12).map((i) => bar[`pitchClass${i}`] as number))
    .map((long) => long.map((each) => each / long.reduce((a, b) => a + b)));
  const kinds = best(6).fit(pitches);
  expect(kinds.labels).toEqual(golden.maple.labels);
  expect(kinds.inertia).toBeCloseTo(golden.maple.inertia, digits);
  const strains = Array.from("AABBACCDD").flatMap((strain) => new Array<string>(16).fill(strain));
  expect(metrics.adjustedRand(strains, kinds.labels)).toBeCloseTo(golden.maple.strains, digits);

  const heaps = best(8).fit(scaled(openDataset("tunes").X));
  expect(heaps.labels).toEqual(golden.tunes.labels);
  expect(heaps.inertia).toBeCloseTo(golden.tunes.inertia, digits);
});

test("of playlists of game tracks, as much is from the same game as with scikit-learn", () => {
  const games = openDataset("game-tracks");
  const first = new Map<string, number>();
  for (const [i, piece] of games.groups.entries()) if (!first.has(piece)) first.set(piece, i);
  const tracks = [...first.values()];
  const G = scaled(games.X.selectRows(tracks));
  const { labels } = best(20).fit(G);
  const rows = range(0, G.rows).map((i) => G.row(i));
  const squared = (a: Float64Array, b: Float64Array) =>
    a.reduce((sum, value, j) => sum + (value - b[j]!) ** 2, 0);
  const judged = rows.flatMap((row, i) => {
    const rest = range(0, rows.length).filter((j) => j !== i);
    const own = rest.filter((j) => labels[j] === labels[i]);
    if (own.length === 0) return [];
    const far = rows.map((other) => squared(other, row));
    const near = rest.toSorted((a, b) => far[a]! - far[b]!).slice(0, own.length);
    const share = (list: number[]) => mean(list.map((j) => +(games.y[tracks[j]!] === games.y[tracks[i]!])));
    return [{ cluster: share(own), nearest: share(near), any: share(rest) }];
  });
  const wanted = golden.games;
  expect(tracks.length).toBe(wanted.tracks);
  for (const key of ["cluster", "nearest", "any"] as const) {
    expect(mean(judged.map((each) => each[key])), key).toBeCloseTo(wanted[key], digits);
  }
});
