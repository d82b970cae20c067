import { describe, expect, test } from "vitest";
import { AgglomerativeClustering } from "../../../../src/learn/index.ts";
import { randomMatrix } from "../linalg/matrices.ts";

const X = [[0], [1], [3], [7], [15]];

describe("AgglomerativeClustering", () => {
  test("on a line of growing gaps merges from the left, at distances that can be worked out", () => {
    const by = (linkage: "single" | "complete" | "average" | "ward") =>
      new AgglomerativeClustering({ linkage }).fit(X).distances;
    expect(by("single")).toEqual([1, 2, 4, 8]);
    expect(by("complete")).toEqual([1, 3, 7, 15]);
    expect(by("average")).toEqual([1, 2.5, 17 / 3, 12.25]);
    // √(2 · sizes' product / sum) × the distance of the means.
    const ward = by("ward");
    for (const [i, means] of [1, 2.5, 17 / 3, 12.25].entries()) {
      expect(ward[i]).toBeCloseTo(Math.sqrt((2 * (i + 1)) / (i + 2)) * means, 12);
    }
  });

  test.each(["ward", "complete", "average", "single"] as const)("distances by %s never fall", (linkage) => {
    const { distances } = new AgglomerativeClustering({ linkage }).fit(randomMatrix(60, 3));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  test("a threshold cuts the tree where as many clusters do", () => {
    const tree = new AgglomerativeClustering({ nClusters: null, distanceThreshold: 5 }).fit(X);
    expect(tree.nClustersFound).toBe(3);
    expect(tree.labels).toEqual(new AgglomerativeClustering({ nClusters: 3 }).fit(X).labels);
    const all = new AgglomerativeClustering({ nClusters: 5 }).fit(X).labels;
    expect(new Set(all).size).toBe(5);
  });

  test("draws a dendrogram whose lines do not cross", () => {
    const tree = new AgglomerativeClustering({ linkage: "average" }).fit(randomMatrix(30, 2));
    expect([...tree.leafOrder].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i));
    const { links } = tree;
    expect(links.at(-1)!.size).toBe(30);
    for (const { x, from, height } of links) {
      expect(x[0]).toBeLessThan(x[1]);
      expect(Math.max(...from)).toBeLessThanOrEqual(height);
    }
    // A cluster's rows stand side by side.
    const below = links.map(({ x, size }) => [x[0], x[1], size] as const);
    for (const [left, right, size] of below) expect(right - left).toBeLessThan(size);
  });

  test("clusters exactly as far apart as distanceThreshold are not merged", () => {
    const params = { nClusters: null, linkage: "single", distanceThreshold: 1 } as const;
    expect(new AgglomerativeClustering(params).fit([[0], [1], [5]]).nClustersFound).toBe(3);
  });

  test("says what it needs", () => {
    const fitting =
      (params: object, rows: number[][] = X) =>
      () =>
        new AgglomerativeClustering(params as { nClusters: number }).fit(rows);
    expect(fitting({ nClusters: 6 })).toThrow(
      "nClusters must be at most the number of rows, which is 5, but it is 6",
    );
    expect(fitting({ distanceThreshold: 2 })).toThrow("one of nClusters and distanceThreshold must be null");
    expect(fitting({ metric: "manhattan" })).toThrow('linkage "ward" needs the metric "euclidean"');
    expect(fitting({}, [[1]])).toThrow("AgglomerativeClustering needs at least 2 rows");
    expect(fitting({ metric: "cosine", linkage: "average" })).toThrow("row 0 of X has length 0");
  });
});
