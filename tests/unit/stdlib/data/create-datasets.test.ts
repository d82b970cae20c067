import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DATASET_IDS } from "../../../../src/stdlib/data/catalogue.ts";
import { createDatasets } from "../../../../src/stdlib/data/index.ts";
import { fromDisk } from "./files.ts";

test("every folder of datasets/ can be loaded, and nothing else", () => {
  const folders = readdirSync(join(import.meta.dirname, "../../../../datasets"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(createDatasets(fromDisk).ids).toEqual(folders.sort());
});

test("an unknown dataset names the nearest and all there are", async () => {
  await expect(createDatasets(fromDisk).load("drumms")).rejects.toThrow(
    `There is no dataset "drumms"; did you mean "drums"? There are ${DATASET_IDS.join(", ")}.`,
  );
});

test("a dataset is fetched once, however often it is loaded", async () => {
  const asked: string[] = [];
  const datasets = createDatasets((path) => {
    asked.push(path);
    return fromDisk(path);
  });
  const [first, second] = await Promise.all([datasets.load("drums"), datasets.load("drums")]);
  expect(second).toBe(first);
  expect(asked).toEqual(["drums/drums.json"]);
});

test("a load that failed says what was answered, and is tried again", async () => {
  let answers = 0;
  const datasets = createDatasets((path) =>
    answers++ === 0 ? Promise.resolve(new Response("", { status: 503 })) : fromDisk(path),
  );
  await expect(datasets.load("drums")).rejects.toThrow('"drums" could not be fetched: the answer was 503');
  expect((await datasets.load("drums")).meta.id).toBe("drums");
});
