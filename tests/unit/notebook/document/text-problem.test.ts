import { expect, test } from "vitest";
import { cleanTitle, textProblem } from "../../../../src/notebook/document/index.ts";

const cell = (source: string) => `\`\`\`js cell\n${source}\n\`\`\`\n`;

test("a cell may hold 100 kB of code, in bytes and not in characters", () => {
  expect(textProblem(cell("x".repeat(100_000)))).toBe(null);
  expect(textProblem(cell("ü".repeat(50_000)))).toBe(null);
  expect(textProblem(`text\n\n${cell("ü".repeat(51_000))}`)).toBe(
    "has a cell that holds 102 kB, and a cell may hold 100 kB (line 4)",
  );
});

test("lines count whatever ends them", () => {
  expect(textProblem("\r".repeat(20_000))).toMatch("has 20,001 lines");
  expect(textProblem("\r\n".repeat(19_999))).toBe(null);
});

test("a title is one line of at most 200 characters in which nothing is hidden", () => {
  expect(cleanTitle(" a\n\u202eb\u0000 ")).toBe("a b");
  expect(cleanTitle("\u2066\n")).toBe(null);
  expect(Array.from(cleanTitle("𝄞".repeat(300))!)).toHaveLength(200);
});
