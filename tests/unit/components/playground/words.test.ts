import { describe, expect, test } from "vitest";
import { restoreLines } from "../../../../src/components/playground/restore-lines.ts";
import { whenText } from "../../../../src/components/playground/when-text.ts";

describe("when a notebook was changed", () => {
  const now = Date.UTC(2026, 4, 20, 12);
  test.each([
    [20_000, "just now"],
    [5 * 60_000, "5 minutes ago"],
    [3 * 3_600_000, "3 hours ago"],
    [25 * 3_600_000, "yesterday"],
    [6 * 86_400_000, "6 days ago"],
    [30 * 86_400_000, "April 20, 2026"],
    [-5000, "just now"], // another tab's clock is no reason to speak of the future
  ])("%d ms ago reads %s", (ago, text) => {
    expect(whenText(now - ago, now)).toBe(text);
  });
});

describe("what came in with a backup", () => {
  const nothing = {
    notebooks: 0,
    copies: [],
    cells: 0,
    cellsInHistory: 0,
    layouts: 0,
    otherLayouts: 0,
    versions: 0,
    times: 0,
    tasks: 0,
    refused: [],
    files: 0,
    renamedFiles: [],
    alreadyHere: 0,
  };

  test("is said in a line a fact, and nothing is said of what did not", () => {
    expect(restoreLines({ ...nothing, notebooks: 1, files: 2, renamedFiles: ["a (2).csv"] })).toEqual([
      "1 notebook came back.",
      "2 files came back.",
      "Files whose name was taken have a new one: a (2).csv.",
    ]);
    expect(restoreLines(nothing)).toEqual([]);
  });

  test("is said when it is only the order of cells, versions, times, or what was not taken", () => {
    expect(restoreLines({ ...nothing, layouts: 1 })).toEqual([
      "Cells added, moved or taken out came back in 1 lesson.",
    ]);
    expect(restoreLines({ ...nothing, otherLayouts: 2 })).toEqual([
      "The cells of 2 lessons are arranged otherwise here. That stayed.",
    ]);
    expect(restoreLines({ ...nothing, versions: 3, times: 1 })).toEqual([
      "3 earlier versions of cells came back.",
      "For 1 cell it is known again how long a run takes.",
    ]);
    expect(restoreLines({ ...nothing, tasks: 2 })).toEqual([
      "How you stand with 2 exercises and questions came back.",
    ]);
    expect(restoreLines({ ...nothing, refused: ["“A” has 501 cells."] })).toEqual(["“A” has 501 cells."]);
  });
});
