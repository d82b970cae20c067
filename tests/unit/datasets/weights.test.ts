import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { datasetWeights } from "../../../scripts/datasets/weights.ts";

const root = join(import.meta.dirname, "../../../datasets");
const LARGEST_FILE_BYTES = 600_000;
const LARGEST_BUNDLE_BYTES = 8_000_000;

const weights = datasetWeights();
const files = Object.entries(weights).flatMap(([id, each]) =>
  each.map((file) => ({ ...file, path: `${id}/${file.path}` })),
);

test("no file of a dataset is 600 kB or more, and tables are lighter when they travel", () => {
  expect(files.filter(({ bytes }) => bytes >= LARGEST_FILE_BYTES)).toEqual([]);
  const tables = files.filter(({ path }) => path.endsWith(".json"));
  expect(tables.filter(({ bytes, wire }) => wire > bytes / 2)).toEqual([]);
});

test("all datasets together are less than 8 MB", () => {
  expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(LARGEST_BUNDLE_BYTES);
});

test("every table and sound that lies in a dataset's folder is weighed", () => {
  const lying = Object.keys(weights).flatMap((id) =>
    readdirSync(join(root, id)).flatMap((name) =>
      /\.(json|webm|csv|bin)$/.test(name) && name !== "manifest.json" ? [`${id}/${name}`] : [],
    ),
  );
  expect(files.map(({ path }) => path).sort()).toEqual(lying.sort());
});
