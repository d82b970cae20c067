import { expect, test } from "vitest";
import { createDatasets } from "../../../../src/stdlib/data/index.ts";
import { fromDisk } from "./files.ts";

const datasets = createDatasets(fromDisk);

test("row i of everything is of the same sound", async () => {
  const drums = await datasets.load("drums");
  expect([drums.X.rows, drums.X.cols]).toEqual([drums.rows.length, drums.featureNames.length]);
  for (const [i, { label, kit }] of drums.rows.entries()) {
    expect([drums.y[i], drums.groups[i]]).toEqual([label, kit]);
  }
  expect(drums.clips).toHaveLength(drums.rows.length);
  expect(drums.setAside.X.rows).toBe(drums.setAside.rows.length);
});

test("features are selected by name, in the order asked for", async () => {
  const drums = await datasets.load("drums");
  const [brightness, level] = ["brightness", "level100"].map((name) => drums.featureNames.indexOf(name));
  const two = drums.select(["level100", "brightness"]);
  expect([two.rows, two.cols]).toEqual([drums.X.rows, 2]);
  expect([...two.row(7)]).toEqual([drums.X.row(7)[level!], drums.X.row(7)[brightness!]]);
  expect(() => drums.select(["brightnes"])).toThrow(
    'drums has no feature "brightnes"; did you mean "brightness"?',
  );
  expect(() => drums.select("brightness" as never)).toThrow(
    'select: names must be an array such as ["brightness"], but it is "brightness".',
  );
});

test("a clip says where it lies beside the dataset's file, what it is and who is to be named", async () => {
  const test = await datasets.load("drum-test");
  const clip = test.clips[test.examples.kick!]!;
  expect(clip.url).toBe("https://etude.example/course/datasets/drum-test/fluid-standard.webm");
  expect(clip.label).toBe("kick");
  expect(clip.credit).toContain("Frank Wen");
  expect(clip.start).toBeGreaterThan(0);
  expect(clip.duration).toBeGreaterThan(0.05);
});

test("sounds whose licence keeps them from being played have no clip", async () => {
  const drums = await datasets.load("drums");
  const heard = new Set(drums.rows.filter((_, i) => drums.clips[i]).map(({ kit }) => kit));
  const free = drums.meta.kits.filter(({ licence }) => licence === "CC0-1.0").map(({ name }) => name);
  expect([...heard].sort()).toEqual(free.sort());
});

test("there is a clear example of every class to be heard", async () => {
  const test = await datasets.load("drum-test");
  expect(Object.keys(test.examples)).toEqual(test.classNames);
  for (const [label, row] of Object.entries(test.examples)) {
    expect(test.y[row]).toBe(label);
    expect(test.clips[row]).not.toBeNull();
  }
});

test("a record has the label, the kit and each feature under its name", async () => {
  const drums = await datasets.load("drums");
  const record = drums.records()[3]!;
  const { label, kit, instrument, author } = drums.rows[3]!;
  expect(record).toMatchObject({ label, kit, instrument, author });
  expect(Object.keys(record).slice(4)).toEqual(drums.featureNames);
  expect(drums.featureNames.map((name) => record[name])).toEqual([...drums.X.row(3)]);
});
