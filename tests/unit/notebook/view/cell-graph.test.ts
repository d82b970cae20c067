import { describe, expect, test } from "vitest";
import { cellGraph } from "../../../../src/notebook/view/cell-graph.ts";
import { placeCells } from "../../../../src/notebook/view/graph-layout.ts";

const names = [
  { name: "x", cell: "data", usedBy: ["fit", "plot"] },
  { name: "y", cell: "data", usedBy: ["fit"] },
  { name: "model", cell: "fit", usedBy: ["plot"] },
  { name: "alone", cell: "alone", usedBy: ["alone"] },
];

describe("cellGraph", () => {
  test("has one arrow between two cells, whatever is read along it, and none to itself", () => {
    expect(cellGraph(names)).toEqual({
      cells: ["data", "fit", "alone", "plot"],
      arrows: [
        { from: "data", to: "fit", names: ["x", "y"] },
        { from: "data", to: "plot", names: ["x"] },
        { from: "fit", to: "plot", names: ["model"] },
      ],
    });
  });

  test("is placed with readers below what they read, also where cells read each other in a circle", () => {
    const size = () => ({ width: 60, height: 26 });
    const { cells } = placeCells(cellGraph(names), size);
    expect(cells.get("data")!.y).toBeLessThan(cells.get("fit")!.y);
    expect(cells.get("fit")!.y).toBeLessThan(cells.get("plot")!.y);
    const circle = [
      { name: "a", cell: "a", usedBy: ["b"] },
      { name: "b", cell: "b", usedBy: ["a"] },
    ];
    expect(placeCells(cellGraph(circle), size).arrows).toHaveLength(2);
  });
});
