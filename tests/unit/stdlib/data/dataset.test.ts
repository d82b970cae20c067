import { expect, test } from "vitest";
import { createDatasets, DataTable } from "../../../../src/stdlib/data/index.ts";
import { fromDisk } from "./files.ts";

const datasets = createDatasets(fromDisk);

test("row i of everything is of the same sound", async () => {
  const drums = await datasets.load("drums");
  expect([drums.X.rows, drums.X.cols]).toEqual([drums.rows.length, drums.featureNames.length]);
  for (const [i, { label, kit }] of drums.rows.entries()) {
    expect([drums.y[i], drums.groups[i]]).toEqual([label, kit]);
  }
  expect(drums.clips).toHaveLength(drums.rows.length);
  expect(drums.column("kit")).toEqual(drums.groups);
  expect(drums.column("brightness")).toEqual([...drums.select(["brightness"]).data]);
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
  const free = drums.meta.sources.filter(({ licence }) => licence === "CC0-1.0").map(({ name }) => name);
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

test("a record has the class, what else is known and each feature under its name", async () => {
  const drums = await datasets.load("drums");
  const record = drums.records()[3]!;
  expect(record).toMatchObject(drums.rows[3]!);
  expect(Object.keys(record)).toEqual(drums.meta.columns.map(({ name }) => name));
  expect(drums.featureNames.map((name) => record[name])).toEqual([...drums.X.row(3)]);
});

test("a further table has columns, rows, and a Matrix of those that are numbers", async () => {
  const drums = await datasets.load("drums");
  const aside = drums.table("setAside");
  expect(drums.meta.tables.map(({ name }) => name)).toEqual(["setAside"]);
  expect(aside.select(drums.featureNames).rows).toBe(aside.length);
  expect(aside.records()[0]).toMatchObject({ reason: aside.column("reason")[0]! });
  expect(() => aside.select(["reason"])).toThrow('"reason" is text, and a Matrix holds numbers');
  expect(() => aside.column("reasons")).toThrow('did you mean "reason"?');
  expect(() => drums.table("setaside")).toThrow('drums has no table "setaside"; did you mean "setAside"?');
});

test("what was set aside can be heard where its licence lets us, under its own name", async () => {
  const aside = (await datasets.load("drums")).table("setAside");
  expect(aside.clips).toHaveLength(aside.length);
  const ids = aside.column("id");
  const heard = aside.clips.flatMap((clip, i) => (clip ? [{ id: ids[i], ...clip }] : []));
  expect(heard).toHaveLength(18);
  for (const { id, label, url, credit } of heard) {
    expect(label).toBe(id);
    expect(url).toMatch(/datasets\/drums\/set-aside\.webm$/);
    expect(credit).toMatch(/^Sonic Pi .*CC0/);
  }
});

test("what is missing is NaN among numbers and null among texts", () => {
  const about = { label: "a", unit: "", description: "a" };
  const table = new DataTable("made up", [
    { name: "n", ...about, values: [1, null] },
    { name: "c", ...about, levels: ["x"], codes: [-1, 0] },
  ]);
  expect(table.column("n")).toEqual([1, Number.NaN]);
  expect(table.records()).toEqual([
    { n: 1, c: null },
    { n: Number.NaN, c: "x" },
  ]);
});
