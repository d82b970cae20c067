import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { differences } from "../../../scripts/datasets/compare.ts";
import { sha256 } from "../../../scripts/datasets/packages.ts";
import type { Manifest } from "../../../scripts/datasets/write.ts";
import { toJson } from "../../../scripts/datasets/write.ts";
import { drumFeatureColumns } from "../../../src/music/index.ts";
import type { DatasetFile } from "../../../src/stdlib/data/index.ts";

const root = join(import.meta.dirname, "../../../datasets");
const LARGEST_FILE_BYTES = 600_000;
const LARGEST_CLIPS_BYTES = 1_500_000;
const MAY_BE_PLAYED = ["MIT", "CC0-1.0", "CC-BY-3.0"];

const text = (...path: string[]) => readFileSync(join(root, ...path), "utf8");
const datasetOf = (id: string): DatasetFile => JSON.parse(text(id, `${id}.json`));
const ids = ["drums", "drum-test"];

describe.each(ids)("%s", (id) => {
  const dataset = datasetOf(id);
  const manifest: Manifest = JSON.parse(text(id, "manifest.json"));
  const { rows, setAside, kits, classNames } = dataset;

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
  });

  test("no file is too large to be served or committed", () => {
    expect(Math.max(...manifest.files.map(({ bytes }) => bytes))).toBeLessThan(LARGEST_FILE_BYTES);
    const clips = manifest.files.filter(({ path }) => path.endsWith(".webm"));
    expect(clips.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(LARGEST_CLIPS_BYTES);
  });

  test("every row has an id of its own, a class, a known kit and 24 finite features", () => {
    expect(dataset.features).toEqual(drumFeatureColumns);
    expect(new Set([...rows, ...setAside].map((row) => row.id)).size).toBe(rows.length + setAside.length);
    for (const row of [...rows, ...setAside]) {
      expect(kits.map(({ name }) => name)).toContain(row.kit);
      expect(row.x.filter(Number.isFinite)).toHaveLength(24);
    }
    expect(new Set(rows.map(({ label }) => label))).toEqual(new Set(classNames));
  });

  test("no two rows are twins", () => {
    expect(new Set(rows.map(({ x }) => x.join())).size).toBe(rows.length);
  });

  test("what is set aside says why", () => {
    for (const { reason } of setAside)
      expect(reason).toMatch(/^(none of the six|the same recording as|named a cymbal)/);
  });

  test("every sound that can be played may be played, and names whom to credit", () => {
    const licences = text("LICENSES.md");
    for (const { clip, kit } of rows) {
      if (!clip) continue;
      const info = kits.find(({ name }) => name === kit)!;
      expect(MAY_BE_PLAYED).toContain(info.licence);
      expect(info.credit).toContain(info.authors);
      expect(licences).toContain(kit);
      expect(existsSync(join(root, id, clip.file))).toBe(true);
      expect(clip.duration).toBeLessThanOrEqual(1.2);
    }
  });

  test("the file is what its own rows are written as", () => {
    expect(toJson(dataset)).toBe(text(id, `${id}.json`));
  });

  test("a comparison with itself finds nothing, and finds a changed label, feature or row", () => {
    expect(differences(dataset, dataset)).toEqual([]);
    const [first, ...others] = rows;
    const changed = (row: object) =>
      differences(dataset, { ...dataset, rows: [{ ...first!, ...row }, ...others] });
    expect(changed({ label: "gong" })).toHaveLength(1);
    expect(
      changed({
        x: first!.x.map((value, i) => (i === 2 ? value + 0.1 * Math.max(1, Math.abs(value)) : value)),
      }),
    ).toHaveLength(1);
    expect(changed({ x: first!.x.map((value) => value * (1 + 1e-4)) })).toEqual([]);
    expect(differences(dataset, { ...dataset, rows: others })).toHaveLength(1);
  });
});

test("drums has fourteen kits, none of one class only, and drum-test has others by other people", () => {
  const [drums, other] = ids.map(datasetOf);
  const kits = new Set(drums!.rows.map(({ kit }) => kit));
  expect(kits.size).toBe(14);
  for (const kit of kits) {
    expect(
      new Set(drums!.rows.filter((row) => row.kit === kit).map(({ label }) => label)).size,
    ).toBeGreaterThan(1);
  }
  const authors = new Set(drums!.rows.map(({ author }) => author));
  expect(other!.rows.filter(({ author }) => authors.has(author))).toEqual([]);
  expect([...kits].filter((kit) => other!.rows.some((row) => row.kit === kit))).toEqual([]);
});
