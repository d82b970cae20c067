import { relative } from "node:path";
import type ts from "typescript";
import type { ReferenceGroup } from "../../../src/stdlib/reference-entry.ts";
import { root } from "../root.ts";

const learnGroups: [folder: string, group: ReferenceGroup][] = [
  ["src/learn/selection/", "selection"],
  ["src/learn/preprocessing/", "preparation"],
  ["src/learn/feature-selection/", "preparation"],
  ["src/learn/text/", "preparation"],
  ["src/learn/compose/column", "preparation"],
  ["src/learn/base/matrix", "preparation"],
  ["src/learn/", "models"],
];

/** Pages of groups that are too large for one, by the folder of the sources; the first that fits counts. */
const folderPages: [folder: string, page: string][] = [
  ["src/learn/linear-model/", "models/linear"],
  ["src/learn/discriminant-analysis/", "models/linear"],
  ["src/learn/svm/", "models/linear"],
  ["src/learn/neighbors/", "models/neighbors"],
  ["src/learn/naive-bayes/", "models/neighbors"],
  ["src/learn/dummy/", "models/neighbors"],
  ["src/learn/tree/", "models/trees"],
  ["src/learn/ensemble/", "models/trees"],
  ["src/learn/cluster/", "models/structure"],
  ["src/learn/mixture/", "models/structure"],
  ["src/learn/decomposition/", "models/structure"],
  ["src/learn/sequence/", "models/sequences"],
  ["src/learn/recommend/", "models/recommending"],
  ["src/learn/decision/", "models/deciding"],
  ["src/learn/neural-network/", "models/networks"],
  ["src/learn/inspection/", "models/inspection"],
  ["src/music/base/", "music/spectrum"],
  ["src/music/files/", "music"],
  ["src/stdlib/figures/music/", "figures/music"],
  ["src/stdlib/figures/", "figures/learning"],
];

function fileOf(symbol: ts.Symbol): string {
  return relative(root, symbol.declarations![0]!.getSourceFile().fileName).replaceAll("\\", "/");
}

/** The group of the reference that something of `learn` belongs to. */
export function learnGroup(symbol: ts.Symbol): ReferenceGroup {
  const file = fileOf(symbol);
  return learnGroups.find(([folder]) => file.startsWith(folder))![1];
}

/** The page of the reference that a name of the group stands on: `music/pitch`, or the group's own. */
export function pageOf(symbol: ts.Symbol, group: ReferenceGroup): string {
  const file = fileOf(symbol);
  const [, page] = folderPages.find(([folder]) => file.startsWith(folder)) ?? [];
  if (page?.split("/")[0] === group) return page;
  const [, folder] = /^src\/music\/([^/]+)\//.exec(file) ?? [];
  return folder && !page && group === "music" ? `music/${folder}` : group;
}
