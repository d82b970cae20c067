import { describe, expect, test } from "vitest";
import * as learn from "../../../src/learn/index.ts";
import { twinNames } from "../../../src/stdlib/compute/job.ts";
import { createDatasets } from "../../../src/stdlib/data/index.ts";
import { figureFiles } from "../../../src/stdlib/figure-files.ts";
import * as figures from "../../../src/stdlib/figures/index.ts";
import { library } from "../../../src/stdlib/library.ts";
import { computeNames, figureNames, learnClasses, learnNames } from "../../../src/stdlib/names.ts";
import { fromDisk } from "./data/files.ts";

const stdlib = library({ seed: 1, datasets: createDatasets(fromDisk), sound: {} as never });

/** A class's own text begins so; a function's does not. */
const isClass = (exported: unknown) => typeof exported === "function" && /^class\b/.test(String(exported));

describe("the classes of learn", () => {
  test("are all names of a cell, but for the generator that a cell has as random", () => {
    const offered = Object.entries(learn).filter(([, exported]) => isClass(exported));
    const wanted = offered.map(([name]) => name).filter((name) => name !== "RandomState");
    expect([...learnNames].toSorted()).toEqual(wanted.toSorted());
  });

  test.each(Object.values(learnClasses).flat())(
    "%s is loaded from its own folder, and is that of learn",
    async (name) => {
      expect(await stdlib.shared[name]!()).toBe(Reflect.get(learn, name));
    },
  );
});

test("the slow functions of a cell are those that have a twin", () => {
  expect(new Set(computeNames)).toEqual(new Set(twinNames));
});

test.each(figureNames)("%s is loaded from its own file, and is that of the figures", async (name) => {
  expect(Object.keys(figureFiles)).toContain(name);
  const loaded = await stdlib.shared[name]!();
  expect(loaded).toBeTypeOf("function");
  expect(loaded).toBe(Reflect.get(figures, name));
});
