import { expect, test } from "vitest";
import {
  plantedScore,
  practiceModels,
  practiceScore,
  withSquare,
} from "../../../datasets/practice/baselines.ts";
import { build } from "../../../datasets/practice/build.ts";
import { generate } from "../../../datasets/practice/generate.ts";
import { NOISE, TEACHER_SPREAD } from "../../../datasets/practice/planted.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";
import { LinearRegression } from "../../../src/learn/index.ts";
import { datasheet, shortly, unmentioned } from "./support/datasheet.ts";

const practice = openDataset("practice");

test("practice is made anew by its script, and says on screen that it was made up", () => {
  const { dataset } = build();
  expect(dataset.target).toMatchObject({ values: practice.column("score") });
  expect([dataset.features.length, practice.X.rows, new Set(practice.groups).size]).toEqual([10, 400, 20]);
  expect(practice.meta.synthetic).toBe(true);
});

test("what is not planted in a score is the teacher and chance, as large as stated", () => {
  const rest = generate().map(({ score, expected }) => score - expected);
  const mean = rest.reduce((a, b) => a + b, 0) / rest.length;
  const spread = Math.sqrt(rest.reduce((sum, each) => sum + (each - mean) ** 2, 0) / rest.length);
  // Of 20 teachers the spread is known to a sixth of itself, of 400 students to a thirtieth.
  expect(Math.abs(spread / Math.hypot(NOISE, TEACHER_SPREAD) - 1)).toBeLessThan(0.15);
});

test("the datasheet of practice names every column and quotes what models reach", () => {
  expect(unmentioned("practice")).toEqual([]);
  const quoted = ({ random, teachers }: { random: number; teachers: number }) =>
    `| ${shortly(random)} | ${shortly(teachers)} |`;
  const line = quoted(practiceScore(practiceModels["linear regression"]!()));
  const square = quoted(practiceScore(new LinearRegression(), withSquare));
  // scikit-learn 1.2.1: .7939 and .7877.
  expect([line, square]).toEqual(["| .794 | .788 |", "| .818 | .810 |"]);
  for (const each of [line, square]) expect(datasheet("practice")).toContain(each);
  expect(shortly(plantedScore())).toBe(".827");
});
