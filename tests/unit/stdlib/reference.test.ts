import { describe, expect, test } from "vitest";
import { withAddresses } from "../../../src/components/reference/load-reference.ts";
import { compile } from "../../../src/notebook/compile/index.ts";
import { builtins } from "../../../src/notebook/runtime/builtins.ts";
import { perRunNames } from "../../../src/notebook/runtime/cell-body.ts";
import { createDatasets } from "../../../src/stdlib/data/index.ts";
import { library } from "../../../src/stdlib/library.ts";
import reference from "../../../src/stdlib/reference.json" with { type: "json" };
import type { ReferenceEntry, ReferenceName } from "../../../src/stdlib/reference-entry.ts";
import { TestNotebook } from "../notebook/runtime/test-notebook.ts";
import { fromDisk } from "./data/files.ts";

const names = reference as unknown as ReferenceName[];
const stdlib = library({ seed: 1, datasets: createDatasets(fromDisk), sound: {} as never } as never);
const inCells = new Set([...Object.keys(stdlib.shared), ...Object.keys(stdlib.perCell)]);
const ofNotebook = [...Object.keys(builtins(null)), "width", ...perRunNames];

/** Every entry with the path that a cell writes; members of classes are not among them. */
const entries = names.flatMap((entry): [string, ReferenceEntry][] => [
  [entry.name, entry],
  ...(entry.kind === "namespace"
    ? (entry.members ?? []).map(
        (member) => [`${entry.name}.${member.name}`, member] as [string, ReferenceEntry],
      )
    : []),
]);

describe("the reference", () => {
  test("has every name that a cell can use, once, and no other", () => {
    const told = names.map(({ name }) => name);
    const usable = new Set([...inCells, ...ofNotebook, "FileAttachment"]);
    expect(told.toSorted()).toEqual([...usable].toSorted());
  });

  test("has a sentence and a place for every entry, and for every member of it", () => {
    const walk = (path: string, entry: ReferenceEntry): string[] => [
      ...(entry.summary && /[.!?:]$/.test(entry.summary) ? [] : [`${path} has no sentence`]),
      ...(/^reference\/[a-z/-]+\/#/.test(entry.url ?? "") ? [] : [`${path} has no place`]),
      ...(entry.kind === "function" && !entry.signature && entry.params ? [`${path} has no signature`] : []),
      ...(entry.members ?? []).flatMap((member) => walk(`${path}.${member.name}`, member)),
    ];
    expect(names.flatMap((entry) => walk(entry.name, entry))).toEqual([]);
  });

  test("says of every argument of a function or class of ours what it is", () => {
    const ours = entries.filter(([path]) => !/^(Plot|Inputs|d3|tf|dfd|html|svg|md|tex)\b/.test(path));
    const bare = ours.flatMap(([path, { params = [] }]) =>
      params.filter(({ doc, type }) => !doc || !type).map(({ name }) => `${path}: ${name}`),
    );
    expect(bare).toEqual([]);
  });

  test("has an example of every name, and of what is in our own spaces", () => {
    const without = entries.filter(
      ([path, { example, url }]) =>
        !example && !/^(Plot|Inputs|d3|tf|dfd)\./.test(path) && url!.endsWith(`/#${path}`),
    );
    expect(without.map(([path]) => path)).toEqual([]);
  });
});

const examples = entries.flatMap(([path, { example }]) => (example ? [[path, example] as const] : []));

describe("an example", () => {
  test.each(examples)("of %s names nothing that a cell does not have", (_, example) => {
    const free = ["Math", "Float32Array", "JSON", "console", "document", "setInterval", "clearInterval"];
    const known = new Set([...inCells, ...ofNotebook, "FileAttachment", ...free]);
    expect(compile(example).inputs.filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(examples)("of %s takes no name of the library for its own", (_, example) => {
    expect(compile(example).outputs.filter((name) => inCells.has(name))).toEqual([]);
  });

  const groups = ["figures", "inputs", "sound", "libraries", "notebook"];
  const onPage = new Set(names.filter(({ group }) => groups.includes(group)).map(({ name }) => name));
  for (const name of ["display", "d3"]) onPage.delete(name);
  onPage.add("FileAttachment");
  const anywhere = examples.filter(
    ([, example]) => !compile(example).inputs.some((name) => onPage.has(name)),
  );

  test.each(anywhere)("of %s runs", async (_, example) => {
    const notebook = new TestNotebook({ example }, stdlib as never);
    await notebook.settled();
    expect(notebook.message("example")).toBeUndefined();
    expect(notebook.state("example")).toBe("fulfilled");
    notebook.dispose();
  });
});

test("addresses hold under the site's base", () => {
  const [entry] = withAddresses(
    [
      {
        name: "a",
        kind: "namespace",
        url: "reference/data/#a",
        members: [{ name: "b", kind: "value", url: "reference/data/#a.b" }],
      },
    ],
    "/etude/",
  );
  expect([entry!.url, entry!.members![0]!.url]).toEqual([
    "/etude/reference/data/#a",
    "/etude/reference/data/#a.b",
  ]);
});
