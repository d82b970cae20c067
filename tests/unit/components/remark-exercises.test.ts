import { createMarkdownProcessor } from "@astrojs/markdown-remark";
import { expect, test } from "vitest";
import { remarkCells } from "../../../src/components/markdown/remark-cells.ts";
import { remarkExercises } from "../../../src/components/markdown/remark-exercises.ts";
import { remarkTerms } from "../../../src/components/markdown/remark-terms.ts";

const processor = await createMarkdownProcessor({
  smartypants: false,
  syntaxHighlight: false,
  remarkPlugins: [remarkExercises, remarkTerms, remarkCells],
});
const render = async (markdown: string) => (await processor.render(markdown)).code;
const fence = (info: string, source: string) => `\`\`\`${info}\n${source}\n\`\`\`\n`;
const exercise = [
  fence("js exercise id=pick", "const best = ____;"),
  fence("js check for=pick", "return best === kept ? pass() : secretOf(best);"),
  fence("md hint for=pick", "Look for **the ring**, not for [[overfitting]]."),
  fence("js solution for=pick", "const best = 21;"),
  fence('js wrong for=pick expect="No"', "const best = 9999;"),
].join("\n");

test("an exercise is one element with its cell, its hints and what the page's scripts need", async () => {
  const html = await render(exercise);
  expect(html).toMatch(/<etude-exercise data-exercise="pick" id="exercise-pick" data-result="unattempted"/);
  expect(html).toMatch(/<etude-cell data-cell="pick"[^>]*data-blank=""[^>]*data-private=""/);
  expect(html).toMatch(/<li hidden>.*<strong>the ring<\/strong>.*popovertarget="term-1"/s);
  const data = html.match(
    /<script type="application\/json" data-part="data">([^<]*"promised"[^<]*)<\/script>/,
  )![1]!;
  expect(JSON.parse(data)).toMatchObject({
    points: 1,
    starter: "const best = ____;",
    solution: "const best = 21;",
    promised: ["best"],
    hints: 1,
  });
  expect(JSON.parse(data).check.inputs.sort()).toEqual(["best", "kept", "pass", "secretOf"]);
});

test("attempts that are wrong on purpose are not on the page, and the check is not shown", async () => {
  const html = await render(exercise);
  expect(html).not.toContain("9999");
  expect(html.replace(/<script.*?<\/script>/gs, "")).not.toContain("secretOf");
});

test("a check that does not compile fails the build, and names the exercise", async () => {
  const broken = fence("js exercise id=a", "const x = 1;") + fence("js check for=a", "return (;");
  await expect(render(broken)).rejects.toThrow(/exercise a, line 1/);
});
