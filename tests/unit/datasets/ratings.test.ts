import { expect, test } from "vitest";
import { ratingsError, ratingsModels } from "../../../datasets/ratings/baselines.ts";
import { sampleRatings } from "../../../datasets/ratings/sample.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";
import { datasheet, unmentioned } from "./support/datasheet.ts";

const ratings = openDataset("ratings");

test("ratings holds 12,280 ratings of 600 lecturers by 500 students, no pair twice", () => {
  const pairs = ratings.column("student").map((student, i) => `${student} ${ratings.column("lecturer")[i]}`);
  expect(new Set(pairs).size).toBe(12280);
  expect(new Set(ratings.column("student")).size).toBe(500);
  expect(new Set(ratings.column("lecturer")).size).toBe(600);
  expect(new Set(ratings.column("rating"))).toEqual(new Set([1, 2, 3, 4, 5]));
});

// Read from the package by another program.
test.each([
  [
    0,
    {
      student: "s13",
      lecturer: "d314",
      semester: 2,
      semestersAgo: 2,
      service: 0,
      department: "D11",
      rating: 5,
    },
  ],
  [
    6000,
    {
      student: "s1567",
      lecturer: "d446",
      semester: 2,
      semestersAgo: 1,
      service: 1,
      department: "D6",
      rating: 4,
    },
  ],
  [
    12279,
    {
      student: "s2963",
      lecturer: "d2013",
      semester: 6,
      semestersAgo: 3,
      service: 0,
      department: "D11",
      rating: 2,
    },
  ],
])("rating %i is that of the package", (row, facts) => {
  expect(ratings.records()[row]).toEqual(facts);
});

test("the sample takes the lecturers with most ratings and drops students with too few", () => {
  const row = (student: number, lecturer: number) => ({
    ...{ student: `${student}`, lecturer: `${lecturer}` },
    ...{ semester: 2, semestersAgo: 1, service: 0, department: "1", rating: 3 },
  });
  // Lecturer n is rated by students n and up, so that of 620 the last 20 have fewest; student 5 has six ratings.
  const all = Array.from({ length: 620 }, (_, lecturer) =>
    Array.from({ length: 620 - lecturer }, (_, i) => row(lecturer + i, lecturer)),
  ).flat();
  const sample = sampleRatings(all);
  expect(new Set(sample.map(({ student }) => student)).size).toBe(500);
  expect(sample.filter(({ lecturer }) => Number(lecturer) >= 600)).toEqual([]);
  expect(sample.filter(({ student }) => Number(student) < 9)).toEqual([]);
});

test("the datasheet of ratings names every column and quotes that factors gain nothing", () => {
  expect(unmentioned("ratings")).toEqual([]);
  expect(datasheet("ratings")).toContain("not** ratings of music");
  // The slow ones are left to the script. numpy gives the same first two.
  const errors = ratingsModels.slice(0, 3).map((name) => ratingsError(name).toFixed(3));
  expect(errors).toEqual(["1.335", "1.224", "1.225"]);
  for (const error of errors) expect(datasheet("ratings")).toContain(`| ${error} |`);
});
