import { expect, test } from "vitest";
import { openDataset } from "../../../../scripts/datasets/open.ts";
import { rowsToHear } from "../../../../src/components/datasets/rows-to-hear.ts";

test("the page of a dataset plays its clear cases, and only what can be heard", () => {
  const drums = openDataset("drum-test");
  expect(rowsToHear(drums)).toEqual(Object.values(drums.examples));
  const texts = openDataset("songtexts");
  expect(Object.keys(texts.examples)).toEqual(["praise", "lament"]);
  expect(rowsToHear(texts)).toEqual([]);
});

test("without clear cases it plays twelve sounds of different names", () => {
  const loops = openDataset("loops");
  expect(rowsToHear(loops)).toEqual(Array.from({ length: 12 }, (_, row) => row));
});
