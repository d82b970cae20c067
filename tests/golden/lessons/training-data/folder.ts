import { openDataset } from "../../../../scripts/datasets/open.ts";
import {
  crossValPredict,
  GroupKFold,
  KNeighborsClassifier,
  type Labels,
  LeaveOneGroupOut,
  Pipeline,
  type Splitter,
  StandardScaler,
  StratifiedKFold,
} from "../../../../src/learn/index.ts";

/** The folder of the lesson, as its cells make it: every recording that a rule for names would give a label. */
export const drums = openDataset("drums");
export const everything = [drums, drums.table("setAside")].flatMap((part) => part.records());
export const sounds = everything.filter((row) => row.naive && !(row.reason && row.label));

export const none = "none of these";
export const X = sounds.map((row) => drums.featureNames.map((name) => row[name] as number));
export const named = sounds.map((row) => row.naive as string);
export const checked = sounds.map((row) => (row.label as string | null) ?? none);
export const kits = sounds.map((row) => row.kit as string);
export const instruments = sounds.map((row) => `${row.kit} / ${row.instrument}`);
export const drumInstruments = drums.rows.map(({ kit, instrument }) => `${kit} / ${instrument}`);

export const nearest = (k: number) =>
  new Pipeline([
    ["scale", new StandardScaler()],
    ["knn", new KNeighborsClassifier({ nNeighbors: k })],
  ]);

type How = { cv: Splitter; groups?: string[] };
export const folds = () => new StratifiedKFold({ nSplits: 5, shuffle: true, randomState: 7 });
export const hiding: Record<string, How> = {
  "strokes at random": { cv: folds() },
  "whole instruments": { cv: new GroupKFold({ nSplits: 5 }), groups: instruments },
  "whole kits": { cv: new LeaveOneGroupOut(), groups: kits },
};

/** For each recording the share of nine held-out neighbours that vote for the label that it bears. */
export function votesFor(data: Parameters<typeof crossValPredict>[1], labels: string[], how: How): number[] {
  const votes = crossValPredict(nearest(9), data, labels as Labels, { ...how, method: "predictProba" });
  const columns = [...new Set(labels)].sort();
  return labels.map((label, i) => votes.row(i)[columns.indexOf(label)]!);
}

/** The rows by rising votes, those with equally many as they come. */
export function mostSuspicious(votes: readonly number[]): number[] {
  return votes.map((_, i) => i).sort((a, b) => votes[a]! - votes[b]! || a - b);
}

/** What is said of each recording while its kit is hidden, by neighbours that learned from these labels. */
export function answers(k: number, labels: readonly string[]): string[] {
  const said: string[] = [];
  for (const kit of new Set(kits)) {
    const learned = labels.flatMap((label, i) => (kits[i] !== kit && label !== none ? [i] : []));
    const hidden = labels.flatMap((_, i) => (kits[i] === kit ? [i] : []));
    const model = nearest(k).fit(
      learned.map((i) => X[i]!),
      learned.map((i) => labels[i]!),
    );
    const predicted = model.predict(hidden.map((i) => X[i]!)) as string[];
    for (const [j, i] of hidden.entries()) said[i] = predicted[j]!;
  }
  return said;
}

/** How many of the recordings that are one of the six drums it says right. */
export function right(said: readonly string[], among: readonly number[] = drumRows): number {
  return among.filter((i) => said[i] === checked[i]).length;
}

export const drumRows = checked.flatMap((label, i) => (label === none ? [] : [i]));
