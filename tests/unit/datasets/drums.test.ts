import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MODELS, scores } from "../../../datasets/drums/baselines.ts";

const datasheet = (id: string) =>
  readFileSync(join(import.meta.dirname, `../../../datasets/${id}/README.md`), "utf8");
const quoted = (value: number) => value.toFixed(2).replace(/^0/, "");

test.each([
  ["5 nearest neighbours", "5 nearest neighbours"],
  ["decision tree", "decision tree"],
])("the datasheet quotes what %s reach on all features", (model, row) => {
  const { random, instrument, kit, test: other } = scores(MODELS[model]!);
  expect(datasheet("drums")).toContain(
    `| ${row} | ${[random, instrument, kit, other].map((value) => quoted(value!)).join(" | ")} |`,
  );
});

test("the datasheet of drum-test quotes what neighbours and trees reach on all features and on two", () => {
  const reached = (model: string, columns?: string[]) => quoted(scores(MODELS[model]!, columns).test!);
  const pair = (few: string, many: string, columns?: string[]) =>
    `${reached(few, columns)} / ${reached(many, columns)}`;
  const two = ["brightness", "level100"];
  const rows = [
    ["5 nearest neighbours", "25 nearest neighbours", "5 / 25 nearest neighbours"],
    ["decision tree", "decision tree of depth 5", "decision tree / of depth 5"],
  ];
  for (const [few, many, row] of rows) {
    expect(datasheet("drum-test")).toContain(`| ${row} | ${pair(few!, many!)} | ${pair(few!, many!, two)} |`);
  }
});
