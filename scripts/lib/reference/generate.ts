import { relative } from "node:path";
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
import { root } from "../root.ts";
import { type DescribeOptions, describe } from "./describe.ts";
import { docComment } from "./doc-comment.ts";
import type { Rules } from "./params.ts";
import { readSources, type Sources } from "./program.ts";

const learnGroups: [folder: string, group: ReferenceGroup][] = [
  ["src/learn/selection/", "selection"],
  ["src/learn/preprocessing/", "preparation"],
  ["src/learn/feature-selection/", "preparation"],
  ["src/learn/text/", "preparation"],
  ["src/learn/compose/column", "preparation"],
  ["src/learn/base/matrix", "preparation"],
  ["src/learn/", "models"],
];

const runNotes = {
  learn:
    "It works in the background and fills in bit by bit. `await` it for the result in the same cell; or give it a name, and other cells see what is there so far. A Stop button stands in its cell while it works. `learn.NAME` is the same function, at once and on the page.",
  music:
    "It works in the background. `await` it for the result in the same cell; or give it a name, and other cells have the result when it is there. A Stop button stands in its cell while it works. `music.NAME` is the same function, at once and on the page.",
};

function learnGroup(symbol: ts.Symbol): ReferenceGroup {
  const file = relative(root, symbol.declarations![0]!.getSourceFile().fileName).replaceAll("\\", "/");
  return learnGroups.find(([folder]) => file.startsWith(folder))![1];
}

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

/** Entries by the name that they have in `learn`, where they stand in the reference under another. */
type Elsewhere = ReadonlyMap<string, Place>;
type Place = { entry: ReferenceEntry; place: string };

/** Methods speak for themselves: only what a comment says of their parameters is kept. */
function withoutBareParams({ params, returns, ...entry }: ReferenceEntry): ReferenceEntry {
  return {
    ...entry,
    ...(params?.some(({ doc }) => doc) && { params }),
    ...((returns?.doc || returns?.fields) && { returns }),
  };
}

/** Every entry gets its address; what has a place of its own is only named where it is also a member of `learn`. */
function addressed(entry: ReferenceEntry, place: string, elsewhere: Elsewhere): ReferenceEntry {
  const there = place.startsWith("learn.") ? elsewhere.get(place.slice("learn.".length)) : undefined;
  if (there) {
    const { kind, summary } = there.entry;
    return { name: entry.name, kind, ...(summary && { summary }), url: `reference/#${there.place}` };
  }
  const { members, ...rest } = entry;
  const parts = members?.map((member) => {
    const part = addressed(member, `${place}.${member.name}`, elsewhere);
    return entry.kind === "class" || entry.kind === "value" ? withoutBareParams(part) : part;
  });
  return { ...rest, url: `reference/#${place}`, ...(parts && { members: parts }) };
}

function elsewhereOf(names: readonly ReferenceName[]): Elsewhere {
  const ownNames = new Set<string>([...learnNames, "metrics"]);
  const own = names.filter(({ name }) => ownNames.has(name));
  const ofMetrics = own.find(({ name }) => name === "metrics")?.members ?? [];
  return new Map([
    ...own.map((entry) => [entry.name, { entry, place: entry.name }] as [string, Place]),
    ...ofMetrics.map((entry) => [entry.name, { entry, place: `metrics.${entry.name}` }] as [string, Place]),
  ]);
}

function collect(sources: Sources): ReferenceName[] {
  const { checker, exported } = sources;
  const options = (path: string): DescribeOptions => ({ checker, path, rules: rulesOf });
  const names: ReferenceName[] = [];
  for (const name of learnNames) {
    const symbol = exported("learn", name);
    names.push({ ...describe(symbol, options(name)), name, group: learnGroup(symbol) });
  }
  for (const name of computeNames) {
    const from = isMusicTwin(name) ? "music" : "learn";
    const symbol = exported(from, name);
    const group = from === "music" ? "music" : learnGroup(symbol);
    names.push({ ...twin(describe(symbol, options(name)), from), name, group });
  }
  for (const name of figureNames) {
    names.push({ ...describe(exported("figures", name), options(name)), name, group: "figures" });
  }
  for (const name of inputNames) {
    names.push({ ...describe(exported("inputs", name), options(name)), name, group: "inputs" });
  }
  const sound = exported("declared", "sound");
  const ofSound = checker.getPropertiesOfType(checker.getTypeOfSymbol(sound));
  for (const name of soundNames) {
    const symbol = ofSound.find((member) => member.name === name)!;
    names.push({ ...describe(symbol, options(name)), name, group: "sound" });
  }
  const ofTools = checker.getDeclaredTypeOfSymbol(exported("soundTools", "SoundTools")).getProperties();
  for (const name of soundToolNames) {
    const symbol = ofTools.find((member) => member.name === name)!;
    names.push({ ...describe(symbol, options(name)), name, group: "sound" });
  }
  for (const name of sources.names("declared")) {
    const symbol = exported("declared", name);
    if (!symbol.valueDeclaration) continue;
    const { group } = docComment(symbol, checker);
    if (!referenceGroups.includes(group as ReferenceGroup)) {
      throw new Error(`${name} in declared-names.d.ts has no @group that the reference knows`);
    }
    names.push({ ...describe(symbol, options(name)), name, group: group as ReferenceGroup });
  }
  return names;
}

/** What the reference says of every name that a cell can use, group by group. */
export function generateReference(): ReferenceName[] {
  const names = collect(readSources());
  const elsewhere = elsewhereOf(names);
  return names
    .toSorted((a, b) => referenceGroups.indexOf(a.group) - referenceGroups.indexOf(b.group))
    .map(({ group, ...entry }) => ({ ...addressed(entry, entry.name, elsewhere), group }));
}
