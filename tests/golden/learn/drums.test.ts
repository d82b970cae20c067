import { expect, test } from "vitest";
import {
  crossValidate,
  DecisionTreeClassifier,
  KNeighborsClassifier,
  type Label,
  LeaveOneGroupOut,
  Pipeline,
  StandardScaler,
  StratifiedKFold,
} from "../../../src/learn/index.ts";
import { digits, fixture } from "./fixtures.ts";

type Case = { nNeighbors?: number; maxDepth?: number; seed: number | null; predicted: string; score: number };

const { X, y, groups, classes, cases } = fixture<{
  X: number[][];
  y: Label[];
  groups: string[];
  classes: Label[];
  cases: Case[];
}>("drums");

test.each(cases)(
  "on the drums of the lesson: k $nNeighbors, depth $maxDepth, folds by $seed",
  ({ nNeighbors, maxDepth, seed, predicted, score }) => {
    const model = nNeighbors
      ? new Pipeline([
          ["scale", new StandardScaler()],
          ["knn", new KNeighborsClassifier({ nNeighbors })],
        ])
      : new DecisionTreeClassifier({ maxDepth });
    const cv =
      seed === null ? new LeaveOneGroupOut() : new StratifiedKFold({ shuffle: true, randomState: seed });
    const { pooled } = crossValidate(model, X, y, { cv, groups });
    expect(digits(pooled.predictions, classes)).toBe(predicted);
    expect(pooled.score).toBe(score);
  },
);
