import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { differences } from "../../../scripts/datasets/compare.ts";
import { sha256 } from "../../../scripts/datasets/packages.ts";
import type { Manifest } from "../../../scripts/datasets/write.ts";
import { toJson } from "../../../scripts/datasets/write.ts";
import { DATASET_IDS } from "../../../src/stdlib/data/catalogue.ts";
import { lengthOf } from "../../../src/stdlib/data/columns.ts";
import { type Column, Dataset, type DatasetFile } from "../../../src/stdlib/data/index.ts";

const root = join(import.meta.dirname, "../../../datasets");
const MAY_BE_PLAYED = /^(MIT|CC0-1\.0|CC-BY-3\.0|CC-BY-4\.0|CC-BY-SA-3\.0|CC-BY-SA-4\.0)/;

const text = (...path: string[]) => readFileSync(join(root, ...path), "utf8");
const datasetOf = (id: string): DatasetFile => JSON.parse(text(id, `${id}.json`));

/** Every table of a dataset, the main one first. */
function tablesOf({ target, info, features, tables = {} }: DatasetFile): [string, Column[]][] {
  const main: Column[] = [...(target ? [target] : []), ...info, ...features];
  return [
    ["its rows", main],
    ...Object.entries(tables).map(([name, { columns }]) => [name, columns] as [string, Column[]]),
  ];
}

test("the catalogue names every folder, and every folder is in it", () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...DATASET_IDS]).toEqual(folders.map(({ name }) => name).sort());
});

describe.each([...DATASET_IDS])("%s", (id) => {
  const dataset = datasetOf(id);
  const manifest: Manifest = JSON.parse(text(id, "manifest.json"));
  const datasheet = text(id, "README.md");
  const rows = lengthOf(tablesOf(dataset)[0]![1][0]!);

  test("the manifest lists every built file with its size and hash", () => {
    const built = readdirSync(join(root, id)).filter(
      (name) => /\.(json|webm)$/.test(name) && name !== "manifest.json",
    );
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(built.sort());
    for (const { path, bytes, sha256: hash } of manifest.files) {
      expect(statSync(join(root, id, path)).size).toBe(bytes);
      expect(sha256(readFileSync(join(root, id, path)))).toBe(hash);
    }
  });

  test("every source has a version, a hash and a licence", () => {
    for (const { name, version, sha256: hash, licence } of manifest.sources) {
      expect([name, version, licence].every((value) => value.length > 0)).toBe(true);
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(manifest.steps.length).toBeGreaterThan(0);
  });

  test("every table has columns of one length, each with a name of its own and a description", () => {
    for (const [name, columns] of tablesOf(dataset)) {
      expect([name, new Set(columns.map(lengthOf)).size]).toEqual([name, 1]);
      expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
      expect(columns.filter(({ label, description }) => label === "" || description === "")).toEqual([]);
      for (const column of columns) {
        if (!("codes" in column)) continue;
        const known = (code: number) => Number.isInteger(code) && code >= -1 && code < column.levels.length;
        expect(column.codes.every(known)).toBe(true);
      }
    }
  });

  test("it loads, with a row of X, a y and a group for each", () => {
    const loaded = new Dataset(dataset, "https://etude.example/");
    expect(loaded.X.rows).toBe(loaded.featureNames.length > 0 ? rows : loaded.X.rows);
    if (dataset.target) expect(loaded.y).toHaveLength(rows);
    if (dataset.target && "codes" in dataset.target) {
      expect(dataset.target.levels).toEqual(dataset.classNames);
      expect(new Set(loaded.y)).toEqual(new Set(dataset.classNames));
    }
    if (dataset.group) {
      expect(loaded.groups).toHaveLength(rows);
      expect(loaded.groups.includes(null as never)).toBe(false);
    }
    for (const [label, row] of Object.entries(loaded.examples)) expect(loaded.y[row]).toBe(label);
  });

  test("what was made up says so in its title, and nothing else does", () => {
    expect(/synthetic/i.test(dataset.title)).toBe(dataset.synthetic === true);
  });

  test("the datasheet tells where it comes from, how it is built, and what it is not for", () => {
    for (const words of [`npm run datasets -- ${id}`, "licence", "## What it is not"]) {
      expect(datasheet).toContain(words);
    }
  });

  test("every sound that can be played may be played, and names whom to credit", () => {
    const tables = Object.entries(dataset.tables ?? {});
    const files = [dataset, ...tables.map(([, table]) => table)].flatMap(({ clips }) => clips?.files ?? []);
    if (files.length === 0) return;
    const loaded = new Dataset(dataset, "https://etude.example/");
    const licences = text("LICENSES.md");
    expect(files.filter((file) => !existsSync(join(root, id, file)))).toEqual([]);
    expect(licences).toContain(`### ${id}\n`);
    const heard = [loaded.clips, ...tables.map(([name]) => loaded.table(name).clips)].flat();
    const credits = new Set(heard.flatMap((clip) => (clip ? [clip.credit] : [])));
    for (const credit of credits) {
      const source = dataset.sources.find((each) => each.credit === credit)!;
      expect(source.licence).toMatch(MAY_BE_PLAYED);
      expect(credit).toContain(source.authors);
      expect(licences).toContain(source.name);
    }
  });

  test("the file is what its own columns are written as", () => {
    expect(toJson(dataset)).toBe(text(id, `${id}.json`));
  });
});

test("a comparison with itself finds nothing, and finds a changed label, number, column or row", () => {
  const drums = datasetOf("drums");
  expect(differences(drums, drums)).toEqual([]);
  const changed = (change: (copy: DatasetFile) => void) => {
    const copy = structuredClone(drums);
    change(copy);
    return differences(drums, copy);
  };
  const feature = (copy: DatasetFile) => copy.features[2]!;
  const bump = (by: number) => (copy: DatasetFile) => {
    feature(copy).values[0] = feature(copy).values[0]! + by * Math.max(1, Math.abs(feature(copy).values[0]!));
  };
  expect(changed(bump(0.1))).toHaveLength(1);
  expect(changed(bump(1e-4))).toEqual([]);
  const relabel = ({ target }: DatasetFile) => {
    if (target && "codes" in target) target.codes[0] = (target.codes[0]! + 1) % 6;
  };
  expect(changed(relabel)).toHaveLength(1);
  expect(changed((copy) => copy.features.pop())).toContain("timbre7 is no longer built");
  expect(changed((copy) => feature(copy).values.pop())).toHaveLength(1);
  const reason = (copy: DatasetFile) => copy.tables!.setAside!.columns.find(({ name }) => name === "reason")!;
  expect(changed((copy) => Object.assign(reason(copy), { levels: ["a", "b"] })).length).toBeGreaterThan(1);
});

test("drums has fourteen kits, none of one class only, and drum-test has others by other people", () => {
  const [drums, other] = ["drums", "drum-test"].map((id) => new Dataset(datasetOf(id), ""));
  const kits = new Set(drums!.groups);
  expect(kits.size).toBe(14);
  for (const kit of kits) {
    expect(new Set(drums!.y.filter((_, i) => drums!.groups[i] === kit)).size).toBeGreaterThan(1);
  }
  const authors = new Set(drums!.column("author"));
  expect(other!.column("author").filter((author) => authors.has(author))).toEqual([]);
  expect([...kits].filter((kit) => other!.groups.includes(kit))).toEqual([]);
});

test.each(["drums", "drum-test"])("in %s no two rows are twins, and what is set aside says why", (id) => {
  const dataset = new Dataset(datasetOf(id), "");
  const { X } = dataset;
  expect(new Set(Array.from({ length: X.rows }, (_, i) => X.row(i).join())).size).toBe(X.rows);
  for (const reason of dataset.table("setAside").column("reason")) {
    expect(reason).toMatch(/^(none of the six|the same recording as|named a cymbal)/);
  }
});
