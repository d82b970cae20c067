import { expect, test } from "vitest";
import { pageTexts } from "../../../../src/components/reference/page-texts.ts";
import {
  membersHere,
  pageIdOf,
  referencePages,
} from "../../../../src/components/reference/reference-pages.ts";
import reference from "../../../../src/stdlib/reference.json" with { type: "json" };
import type { ReferenceEntry, ReferenceName } from "../../../../src/stdlib/reference-entry.ts";

const names = reference as unknown as ReferenceName[];
const pages = referencePages(names);

test("every address of the reference is told of in full on its own page, once", () => {
  const addresses = ({ url = "", members = [] }: ReferenceEntry): string[] => [
    url,
    ...members.flatMap(addresses),
  ];
  const told = pages.flatMap((page) =>
    page.names
      .flatMap((name) => [name, ...membersHere(name)])
      .map(({ path, entry }) => ({ page, path, entry })),
  );
  for (const { page, path, entry } of told) expect(entry.url).toBe(`reference/${page.id}/#${path}`);
  const inFull = told.flatMap(({ entry }) => (entry.kind === "namespace" ? [entry.url!] : addresses(entry)));
  expect(new Set(inFull).size).toBe(inFull.length);
  expect(inFull.toSorted()).toEqual([...new Set(names.flatMap(addresses))].toSorted());
});

test("every page that has a title has names, and the pages of a group follow each other", () => {
  const ids = pages.map(({ id }) => id);
  expect(Object.keys(pageTexts).filter((id) => !ids.includes(id))).toEqual([]);
  const groups = pages.map(({ group }) => group).filter((group, i, all) => group !== all[i - 1]);
  expect(new Set(groups).size).toBe(groups.length);
});

test("a page without a title is an error that names it", () => {
  const made = { ...names[0]!, url: "reference/models/astrology/#a" };
  expect(() => referencePages([made])).toThrow(/reference\/models\/astrology\/#a .* page-texts\.ts/);
});

test("an address names its page", () => {
  expect(pageIdOf("reference/music/pitch/#music.yin")).toBe("music/pitch");
  expect(pageIdOf("reference/data/#datasets.load")).toBe("data");
});
