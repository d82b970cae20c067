import { describe, expect, test } from "vitest";
import { copyTitle, fileStem, notebookTitle } from "../../../../src/components/playground/notebook-title.ts";

describe("a notebook's title", () => {
  test("is one line, without spaces around it and without what cannot be seen", () => {
    expect(notebookTitle("  My\n\tdrums \u202e ")).toBe("My drums");
  });

  test("is never empty, and never endless", () => {
    expect(notebookTitle(" \n ")).toBe("Untitled notebook");
    expect(Array.from(notebookTitle("🥁".repeat(500)))).toHaveLength(200);
  });

  test("of a copy differs from all that are there, and a copy of a copy does not grow", () => {
    expect(copyTitle("Drums", ["Drums"])).toBe("Drums (copy)");
    expect(copyTitle("Drums", ["Drums", "Drums (copy)"])).toBe("Drums (copy 2)");
    expect(copyTitle("Drums (copy)", ["Drums", "Drums (copy)", "Drums (copy 2)"])).toBe("Drums (copy 3)");
    expect(Array.from(copyTitle("x".repeat(200), []))).toHaveLength(200);
  });

  test("becomes a file's name that every system takes", () => {
    expect(fileStem("Où est l’été? / \\ CON:*")).toBe("ou-est-l-ete-con");
    expect(fileStem("…")).toBe("notebook");
  });
});
