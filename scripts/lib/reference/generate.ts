import type ts from "typescript";
import * as learnModule from "../../../src/learn/index.ts";
import { musicTwinNames } from "../../../src/stdlib/compute/job.ts";
import {
  computeNames,
  figureNames,
  inputNames,
  learnNames,
  soundNames,
  soundToolNames,
} from "../../../src/stdlib/names.ts";
import {
  type ReferenceEntry,
  type ReferenceGroup,
  type ReferenceName,
  referenceGroups,
} from "../../../src/stdlib/reference-entry.ts";
import { type DescribeOptions, describe } from "./describe.ts";
import { docComment } from "./doc-comment.ts";
import { learnGroup, pageOf } from "./page-of.ts";
import type { Rules } from "./params.ts";
import { readSources, type Sources } from "./program.ts";

const runNotes = {
  learn:
    "It works in the background and fills in bit by bit. `await` it for the result in the same cell; or give it a name, and other cells see what is there so far. A Stop button stands in its cell while it works. `learn.NAME` is the same function, at once and on the page.",
  music:
    "It works in the background. `await` it for the result in the same cell; or give it a name, and other cells have the result when it is there. A Stop button stands in its cell while it works. `music.NAME` is the same function, at once and on the page.",
};

function isMusicTwin(name: string): boolean {
  return (musicTwinNames as readonly string[]).includes(name);
}

function rulesOf(className: string): Rules {
  const found = Reflect.get(learnModule, className) as { params?: Rules } | undefined;
  return found?.params ?? {};
}

/** A slow function of `learn` or `music` as cells have it: the same arguments, a Run as the result. */
function twin(entry: ReferenceEntry, from: keyof typeof runNotes): ReferenceEntry {
  const { doc, returns, signature, name } = entry;
  const type = `Run of ${returns!.type}`;
  return {
    ...entry,
    signature: signature!.replace(/→ .*$/, `→ ${type}`),
    doc: [doc, runNotes[from].replace("NAME", name)].filter(Boolean).join("\n\n"),
    returns: { ...returns!, type },
  };
}

/** Pages by the path that a cell writes: of every name, and of every member of `learn` and `music`. */
type Pages = ReadonlyMap<string, string>;

/** Entries by the name that they have in `learn`, where they stand in the reference under another. */
type Elsewhere = ReadonlyMap<string, Place>;
type Place = { entry: ReferenceEntry; url: string };

/** Methods speak for themselves: only what a comment says of their parameters is kept. */
function withoutBareParams({ params, returns, ...entry }: ReferenceEntry): ReferenceEntry {
  return {
    ...entry,
    ...(params?.some(({ doc }) => doc) && { params }),
    ...((returns?.doc || returns?.fields) && { returns }),
  };
}

function addressOf(page: string, path: string): string {
  return `reference/${page}/#${path}`;
}

/** Gives every entry its address; what has a place of its own is only named where it is also a member of `learn`. */
function addressing(pages: Pages, elsewhere: Elsewhere) {
  return function addressed(entry: ReferenceEntry, path: string, outerPage: string): ReferenceEntry {
    const there = path.startsWith("learn.") ? elsewhere.get(path.slice("learn.".length)) : undefined;
    if (there) {
      const { kind, summary } = there.entry;
      return { name: entry.name, kind, ...(summary && { summary }), url: there.url };
    }
    const page = pages.get(path) ?? outerPage;
    const { members, ...rest } = entry;
    const parts = members?.map((member) => {
      const part = addressed(member, `${path}.${member.name}`, page);
      return entry.kind === "class" || entry.kind === "value" ? withoutBareParams(part) : part;
    });
    return { ...rest, url: addressOf(page, path), ...(parts && { members: parts }) };
  };
}

function elsewhereOf(names: readonly ReferenceName[], pages: Pages): Elsewhere {
  const ownNames = new Set<string>([...learnNames, "metrics"]);
  const own = names.filter(({ name }) => ownNames.has(name));
  const ofMetrics = own.find(({ name }) => name === "metrics")?.members ?? [];
  const metricsPage = pages.get("metrics")!;
  return new Map([
    ...own.map((entry): [string, Place] => [
      entry.name,
      { entry, url: addressOf(pages.get(entry.name)!, entry.name) },
    ]),
    ...ofMetrics.map((entry): [string, Place] => [
      entry.name,
      { entry, url: addressOf(metricsPage, `metrics.${entry.name}`) },
    ]),
  ]);
}

/** Everything that a cell can name, and where it stands. */
function collect(sources: Sources): { names: ReferenceName[]; pages: Pages } {
  const { checker, exported } = sources;
  const names: ReferenceName[] = [];
  const pages = new Map<string, string>();
  const described = (symbol: ts.Symbol, name: string) =>
    describe(symbol, { checker, path: name, rules: rulesOf } satisfies DescribeOptions);
  const add = (
    symbol: ts.Symbol,
    name: string,
    group: ReferenceGroup,
    entry: ReferenceEntry = described(symbol, name),
  ) => {
    names.push({ ...entry, name, group });
    pages.set(name, pageOf(symbol, group));
  };
  for (const name of learnNames) {
    const symbol = exported("learn", name);
    add(symbol, name, learnGroup(symbol));
  }
  for (const name of computeNames) {
    const from = isMusicTwin(name) ? "music" : "learn";
    const symbol = exported(from, name);
    add(symbol, name, from === "music" ? "music" : learnGroup(symbol), twin(described(symbol, name), from));
  }
  for (const name of figureNames) add(exported("figures", name), name, "figures");
  for (const name of inputNames) add(exported("inputs", name), name, "inputs");
  const ofSound = checker.getPropertiesOfType(checker.getTypeOfSymbol(exported("declared", "sound")));
  for (const name of soundNames) add(ofSound.find((member) => member.name === name)!, name, "sound");
  const ofTools = checker.getDeclaredTypeOfSymbol(exported("soundTools", "SoundTools")).getProperties();
  for (const name of soundToolNames) add(ofTools.find((member) => member.name === name)!, name, "sound");
  for (const name of sources.names("declared")) {
    const symbol = exported("declared", name);
    if (!symbol.valueDeclaration) continue;
    const { group } = docComment(symbol, checker);
    if (!referenceGroups.includes(group as ReferenceGroup)) {
      throw new Error(`${name} in declared-names.d.ts has no @group that the reference knows`);
    }
    add(symbol, name, group as ReferenceGroup);
  }
  for (const space of ["learn", "music"] as const) {
    for (const { name } of names.find((entry) => entry.name === space)!.members ?? []) {
      const symbol = exported(space, name);
      const group = space === "music" ? "music" : learnGroup(symbol);
      // Twins of these stand on the page of the group; both together would be too much for one.
      pages.set(`${space}.${name}`, group === "selection" ? "selection/at-once" : pageOf(symbol, group));
    }
  }
  return { names, pages };
}

/** What the reference says of every name that a cell can use, group by group. */
export function generateReference(): ReferenceName[] {
  const { names, pages } = collect(readSources());
  const addressed = addressing(pages, elsewhereOf(names, pages));
  return names
    .toSorted((a, b) => referenceGroups.indexOf(a.group) - referenceGroups.indexOf(b.group))
    .map(({ group, ...entry }) => ({ ...addressed(entry, entry.name, pages.get(entry.name)!), group }));
}
