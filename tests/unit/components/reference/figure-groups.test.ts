import { expect, test } from "vitest";
import { figureGroups } from "../../../../src/components/reference/figure-groups.ts";
import reference from "../../../../src/stdlib/reference.json" with { type: "json" };
import type { ReferenceName } from "../../../../src/stdlib/reference-entry.ts";

const names = reference as unknown as ReferenceName[];

test("every figure of the reference is on the page of figures, once", () => {
  const shown = figureGroups(names).flatMap(({ figures }) => figures.map(({ name }) => name));
  expect(new Set(shown).size).toBe(shown.length);
  const figures = names.filter(({ group }) => group === "figures").map(({ name }) => name);
  expect(shown).toEqual(expect.arrayContaining(figures));
});

test("a figure that nobody has put into a group comes last", () => {
  const made = { name: "newFigure", kind: "function", group: "figures", example: "newFigure()" } as const;
  expect(
    figureGroups([...names, made])
      .at(-1)!
      .figures.at(-1)!.name,
  ).toBe("newFigure");
});

test("a group without figures is not shown", () => {
  const [only, ...others] = figureGroups(names.filter(({ name }) => name === "rocFigure"));
  expect(others).toEqual([]);
  expect(only!.figures.map(({ name }) => name)).toEqual(["rocFigure"]);
});
