import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lessonCopy } from "../../../../src/components/playground/lesson-copy.ts";
import { parseNotebook } from "../../../../src/notebook/document/index.ts";

test("a copy of a lesson has its cells to the letter, its seed, and plain words for its terms", () => {
  const lesson = readFileSync("lessons/generalising/overfitting.md", "utf8");
  const copy = parseNotebook(lessonCopy(lesson));
  const sources = (markdown: string) =>
    parseNotebook(markdown).blocks.flatMap((block) => (block.kind === "fence" ? [block.source] : []));
  expect(sources(lessonCopy(lesson))).toEqual(sources(lesson));
  expect(copy.frontMatter).toBe("seed: 7\n");
  const prose = copy.blocks.map((block) => (block.kind === "prose" ? block.text : "")).join("\n");
  expect(prose).toContain("describe it, its features.".replace("describe it", "describe each sound"));
  expect(prose).not.toContain("[[");
});

test("double brackets in code are no terms", () => {
  const code = "Say `[[1, 2]]`, or\n\n```js\nconst X = [[1, 2]];\n```\n\nbut [[overfitting|overfits]].";
  expect(lessonCopy(code)).toBe("Say `[[1, 2]]`, or\n\n```js\nconst X = [[1, 2]];\n```\n\nbut overfits.\n");
});
