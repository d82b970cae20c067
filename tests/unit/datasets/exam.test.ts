import { expect, test } from "vitest";
import { examBaselines, examGaps } from "../../../datasets/exam/baselines.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";
import { datasheet, shortly, unmentioned } from "./support/datasheet.ts";

const exam = openDataset("exam");
const meanOf = (name: string, isIn: (row: number) => boolean) => {
  const values = exam.column(name).flatMap((value, i) => (isIn(i) ? [Number(value)] : []));
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

test("exam has 4,059 pupils of 65 schools, as its source says, and no two rows are alike", () => {
  expect(exam.X.rows).toBe(4059);
  expect(new Set(exam.groups).size).toBe(65);
  expect(exam.groups.filter((school) => school === "school 48")).toHaveLength(2);
  expect(new Set(exam.records().map((record) => JSON.stringify(record))).size).toBe(4059);
});

// Read from the package by another program.
test.each([
  [
    0,
    {
      school: "school 1",
      score: 0.2613,
      intake: 0.6191,
      girl: 1,
      schoolKind: "mixed",
      schoolBand: "middle half",
    },
  ],
  [2757, { school: "school 43", score: -0.8527, intake: 0.1232, girl: 0, schoolBand: "highest quarter" }],
  [4058, { school: "school 65", score: -1.029, intake: -1.365, girl: 1, girlsSchool: 1, boysSchool: 0 }],
])("pupil %i of exam is that of the package", (row, facts) => {
  expect(exam.records()[row]).toMatchObject(facts);
});

test("the bands of exam are called what the scores in them say", () => {
  const bands = ["lowest quarter", "middle half", "highest quarter"];
  const of = (column: string, score: string) =>
    bands.map((band) => meanOf(score, (row) => exam.column(column)[row] === band));
  for (const [low, middle, high] of [of("intakeBand", "intake"), of("schoolBand", "schoolIntake")]) {
    expect(low).toBeLessThan(middle!);
    expect(middle).toBeLessThan(high!);
  }
});

test("a school's mean score at eleven is that of its pupils", () => {
  for (const school of new Set(exam.groups)) {
    const isIn = (row: number) => exam.groups[row] === school;
    // Both are rounded to 4 digits.
    expect(Math.abs(meanOf("intake", isIn) - meanOf("schoolIntake", isIn))).toBeLessThan(1e-3);
  }
});

test("the datasheet of exam names every column and quotes what its baselines give", () => {
  expect(unmentioned("exam")).toEqual([]);
  const rows = Object.values(examBaselines()).map(
    ({ random, schools }) => `| ${shortly(random)} | ${shortly(schools)} |`,
  );
  for (const row of rows) expect(datasheet("exam")).toContain(row);
  // scikit-learn 1.2.1: Ridge(1) on the same folds.
  expect(rows).toEqual(["| .349 | .345 |", "| .372 | .363 |", "| .423 | .344 |"]);
  const gaps = Object.values(examGaps()).map((gap) => gap.toFixed(2));
  expect(gaps).toEqual(["0.07", "-0.10", "-0.03", "-0.16"]);
});
