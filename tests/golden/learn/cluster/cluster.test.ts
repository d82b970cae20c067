import { describe, expect, test } from "vitest";
import { AgglomerativeClustering, KMeans } from "../../../../src/learn/index.ts";
import { allData, figures } from "../data.ts";

type Params<Class extends abstract new (...args: never[]) => unknown> = ConstructorParameters<Class>[0];
type KMeansCase = {
  params: Params<typeof KMeans>;
  weighted: boolean;
  labels: string;
  inertia: number;
  nIter: number;
  centers: number[][];
};
type TreeCase = {
  params: Params<typeof AgglomerativeClustering>;
  labels: number[];
  children: number[][];
  distances: number[];
};
const { data } = figures<{ data: Record<string, { kmeans: KMeansCase[]; trees: TreeCase[] }> }>(
  "cluster/cluster",
);

/** Sums are rounded in another order than scikit-learn's. */
function expectNear(ours: number, theirs: number): void {
  expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs)));
}

describe.each(allData)("on the data $name", ({ name, X, groups }) => {
  test.each(data[name]!.kmeans)("k-means with $params.nClusters clusters is scikit-learn's", (expected) => {
    const sampleWeight = groups.map((group) => group + 0.5);
    const model = new KMeans(expected.params).fit(
      X,
      undefined,
      expected.weighted ? { sampleWeight } : undefined,
    );
    expect(model.labels.map((label) => label.toString(36).toUpperCase()).join("")).toBe(expected.labels);
    expect(model.nIter).toBe(expected.nIter);
    expectNear(model.inertia, expected.inertia);
    for (const [c, center] of expected.centers.entries()) {
      for (const [j, value] of center.entries()) expectNear(model.clusterCenters.row(c)[j]!, value);
    }
    expect(model.predict(X)).toEqual(model.labels);
  });

  test.each(data[name]!.trees)(
    "the tree by $params.linkage and $params.metric is scikit-learn's",
    ({ params, labels, children, distances }) => {
      const model = new AgglomerativeClustering(params).fit(
        X.slice(0, 40).map((row) => row.map((value) => value + 0.25)),
      );
      expect(model.children).toEqual(children);
      expect(model.labels).toEqual(labels);
      for (const [i, distance] of distances.entries()) expectNear(model.distances[i]!, distance);
    },
  );
});
