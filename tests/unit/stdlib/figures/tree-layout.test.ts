import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DecisionTreeClassifier } from "../../../../src/learn/tree/decision-tree-classifier.ts";
import { questionText } from "../../../../src/stdlib/figures/tree-drawing.ts";
import { type TreeNodeLike, treeLayout, treePath } from "../../../../src/stdlib/figures/tree-layout.ts";

const boxWidth = 100;
const gap = 10;

/** Rows at random, and a tree that learns them by heart. */
const grown = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 3 }),
    ),
    {
      minLength: 2,
      maxLength: 40,
    },
  )
  .map((rows) => {
    const X = rows.map(([a, b]) => [a, b]);
    const y = rows.map(([, , label]) => label);
    return { X, tree: new DecisionTreeClassifier().fit(X, y) };
  });

describe("the layout of a tree", () => {
  test("never lets two boxes of a level overlap, and puts yes to the left of no", () => {
    fc.assert(
      fc.property(grown, fc.integer({ min: 0, max: 8 }), ({ tree }, depth) => {
        const { nodes, width } = treeLayout(tree.nodes, depth, boxWidth, gap);
        const placed = new Map(nodes.map((node) => [node.at, node]));
        for (const a of nodes) {
          expect(a.depth).toBeLessThanOrEqual(depth);
          expect(a.x).toBeGreaterThanOrEqual(boxWidth / 2 - 1e-9);
          expect(a.x).toBeLessThanOrEqual(width - boxWidth / 2 + 1e-9);
          const parent = a.parent === undefined ? undefined : placed.get(a.parent)!;
          if (parent) expect(a.yes ? a.x < parent.x : a.x > parent.x).toBe(true);
          for (const b of nodes) {
            if (a === b || a.depth !== b.depth) continue;
            expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(boxWidth + gap - 1e-9);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("counts the questions that are not drawn", () => {
    const asks = (left: number, right: number): TreeNodeLike => {
      return { counts: [2, 2], split: { feature: 0, threshold: 1 }, left, right };
    };
    const leaf: TreeNodeLike = { counts: [1, 0], split: null, left: 0, right: 0 };
    const nodes = [asks(1, 4), asks(2, 3), leaf, leaf, asks(5, 6), leaf, asks(7, 8), leaf, leaf];
    const hidden = treeLayout(nodes, 1, boxWidth, gap).nodes.map((node) => [node.at, node.hidden]);
    expect(hidden).toEqual([
      [0, 0],
      [1, 1],
      [4, 2],
    ]);
  });

  test("leaves out children that are not there yet", () => {
    const growing: TreeNodeLike[] = [
      { counts: [1, 1], split: { feature: 0, threshold: 1 }, left: 1, right: 2 },
    ];
    expect(treeLayout(growing, 4, boxWidth, gap).nodes).toHaveLength(1);
  });
});

test("the path of a row ends in the leaf that the tree says", () => {
  fc.assert(
    fc.property(grown, ({ X, tree }) => {
      const leaves = tree.apply(X);
      for (const [i, row] of X.entries()) expect(treePath(tree.nodes, row).at(-1)).toBe(leaves[i]);
    }),
    { numRuns: 40 },
  );
});

test("a question leaves out the unit, and is cut off where it is too long", () => {
  expect(questionText("level at 0.1 s (dB)", -15.31)).toBe("level at 0… ≤ −15.3");
  expect(questionText("decay (s)", 0.5)).toBe("decay ≤ 0.5");
});
