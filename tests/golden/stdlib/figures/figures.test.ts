import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ellipseAxes } from "../../../../src/stdlib/figures/covariance-ellipse.ts";
import { clustersAt, cutHeight, dendrogramClusters } from "../../../../src/stdlib/figures/dendrogram-cut.ts";

type Tree = {
  method: string;
  children: [number, number][];
  distances: number[];
  leafOrder: number[];
  clusters: Record<string, number[]>;
};
type Ellipse = { covariance: number[]; major: number; minor: number; direction: [number, number] };

const path = new URL("figures.json", import.meta.url);
const { trees, ellipses }: { trees: Tree[]; ellipses: Ellipse[] } = JSON.parse(readFileSync(path, "utf8"));

/** Labels numbered by their first occurrence, so that two partitions can be compared. */
function partition(labels: ArrayLike<number>): number[] {
  const seen = new Map<number, number>();
  return Array.from(labels, (label) => {
    if (!seen.has(label)) seen.set(label, seen.size);
    return seen.get(label)!;
  });
}

describe.each(trees)("a tree of $method merges", (tree) => {
  test.each(Object.keys(tree.clusters).map(Number))("falls into scipy's %i clusters", (count) => {
    const { ofRows, ofMerges } = dendrogramClusters(tree, count);
    expect(partition(ofRows)).toEqual(partition(tree.clusters[count]!));
    expect(clustersAt(tree, cutHeight(tree, count))).toBe(count);
    // The merges above the cut are one fewer than the clusters.
    expect(ofMerges.filter((cluster) => cluster < 0)).toHaveLength(count - 1);
  });

  test("has as many clusters as rows when no merge stays", () => {
    const rows = tree.leafOrder.length;
    const { ofRows, ofMerges } = dendrogramClusters(tree, rows);
    expect(new Set(ofRows).size).toBe(rows);
    expect(ofMerges.every((cluster) => cluster < 0)).toBe(true);
    expect(clustersAt(tree, cutHeight(tree, rows))).toBe(rows);
  });

  test("has its clusters from left to right", () => {
    const { ofRows } = dendrogramClusters(tree, 5);
    const across = tree.leafOrder.map((row) => ofRows[row]!);
    expect(across).toEqual(across.toSorted((a, b) => a - b));
  });
});

test.each(ellipses)("the axes of an ellipse are the roots of numpy's eigenvalues: %#", (expected) => {
  const { major, minor, angle } = ellipseAxes(expected.covariance);
  // The smaller one is a difference: its error is some rounding errors of the larger variance.
  expect(major).toBeCloseTo(expected.major, 10);
  expect(minor ** 2).toBeCloseTo(expected.minor ** 2, 10);
  const [x, y] = expected.direction;
  expect(Math.abs(Math.cos(angle) * x + Math.sin(angle) * y)).toBeCloseTo(1, 10);
});
