import { expect, test } from "vitest";
import { compile } from "../../../../src/notebook/compile/index.ts";
import { evaluate, evaluateCell } from "./evaluate.ts";

const module = { default: "d", a: 1, b: 2, "odd name": 3 };

test.each([
  ['import {a} from "m"', { a: 1 }],
  ['import {a as c, b} from "m"', { c: 1, b: 2 }],
  ['import x from "m"', { x: "d" }],
  ['import x, {a} from "m"', { x: "d", a: 1 }],
  ['import * as m from "m"', { m: module }],
  ['import x, * as m from "m"', { x: "d", m: module }],
  ['import {"odd name" as odd} from "m"', { odd: 3 }],
  ['import "m"', {}],
  ['const {a} = await import("m")', { a: 1 }],
  ['const a = (await import(\n  "m"\n)).a', { a: 1 }],
])("%s finds its module in the table", async (source, outputs) => {
  expect(await evaluateCell(source, { m: module })).toEqual(outputs);
});

test("an import's names are outputs and not inputs", () => {
  expect(compile('import {a} from "m";\nconst c = a;')).toMatchObject({ inputs: [], outputs: ["a", "c"] });
});

test("the table is told the names, so that it can say which one is missing", async () => {
  const asked: unknown[] = [];
  const { body } = compile('import x, {a as c} from "m"');
  await evaluate(body)(null, async (...args: unknown[]) => asked.push(...args))();
  expect(asked).toEqual(["m", ["default", "a"]]);
});
