import { type Finding, lintLesson, type Surroundings } from "../../../../src/course/lint/index.ts";

/** The head of a lesson in order, and what every lesson says: its term, and what stays hard. */
export const HEAD = [
  "---",
  "title: Trees",
  "summary: Why a model that asks questions can be right.",
  "terms: [decision-tree]",
  "objectives: [Read a validation curve., Choose k.]",
  "minutes: 20",
  "datasets: []",
  "needs: []",
  "seed: 7",
  "---",
  "## What stays hard",
  "A [[decision tree]].",
];

export const around: Surroundings = {
  id: "learning/trees",
  lessons: ["generalising/overfitting", "learning/trees"],
  datasets: ["drum-test", "drums"],
  pages: ["reference/", "datasets/", "datasets/drums/", "generalising/overfitting/", "learning/trees/"],
};

/** The findings for a text below a head that is in order. */
export function inBody(body: string): Finding[] {
  return lintLesson([...HEAD, body].join("\n"), around);
}

/** The findings for a head of which one field is written otherwise, with what is below it. */
export function inHead(field: string, body = ""): Finding[] {
  const key = field.match(/^\w+:/)![0];
  const head = HEAD.map((line) => (line.startsWith(key) ? field : line));
  return lintLesson([...head, body].join("\n"), around);
}
