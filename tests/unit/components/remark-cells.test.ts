import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMarkdownProcessor } from "@astrojs/markdown-remark";
import { describe, expect, test } from "vitest";
import { remarkCells } from "../../../src/components/markdown/remark-cells.ts";
import { remarkTerms } from "../../../src/components/markdown/remark-terms.ts";

const processor = await createMarkdownProcessor({
  smartypants: false,
  syntaxHighlight: false,
  remarkPlugins: [remarkTerms, remarkCells],
});

const head = "---\ntitle: T\nseed: 1\n---\n";

/** Renders a lesson as the site does: the front matter is taken off before. */
async function render(body: string): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), "lesson-")), "lesson.md");
  writeFileSync(path, head + body);
  return (await processor.render(body, { fileURL: path as unknown as URL })).code;
}

const fence = (info: string, source: string) => `\`\`\`${info}\n${source}\n\`\`\`\n`;

describe("a lesson's cells", () => {
  test("carry their identity, their source and what it compiles to", async () => {
    const html = await render(fence("js cell", "const a = 1 < 2;") + fence("js cell id=b run=click", "a"));
    expect(html).toContain('<etude-cell data-cell="a" id="cell-a"');
    expect(html).toMatch(/<etude-cell data-cell="b" id="cell-b"[^>]*data-run="click"/);
    const data = html.match(/<script type="application\/json" data-part="data">(.*?)<\/script>/)![1]!;
    expect(data).not.toContain("<");
    expect(JSON.parse(data)).toMatchObject({
      source: "const a = 1 < 2;",
      compiled: { outputs: ["a"], budgetMs: 10_000 },
    });
  });

  test("show their code unless it is folded", async () => {
    const html = await render(fence("js cell id=a", "1") + fence("js cell fold id=b", "2"));
    const open = html.match(/<details data-part="code"[^>]*>/g)!.map((tag) => / open\b/.test(tag));
    expect(open).toEqual([true, false]);
  });

  test("that do not compile fail the build at their line of the file", async () => {
    // Four lines of front matter, two of prose, the fence, one good line: the fault stands in line 9.
    const body = `Text.\n\n${fence("js cell", "const a = 1;\nconst b = (;")}`;
    await expect(render(body)).rejects.toThrow(/lesson\.md:9 /);
  });

  test("with the same identity fail the build", async () => {
    await expect(render(fence("js cell id=a", "1") + fence("js cell id=a", "2"))).rejects.toThrow(/"a"/);
  });

  test("are not made of listings", async () => {
    expect(await render(fence("js", "const a = 1"))).not.toContain("etude-cell");
  });
});

test("an expression in the prose becomes a value in the sentence", async () => {
  const html = await render(["There are $", "{n + 1} of them."].join(""));
  expect(html).toMatch(/There are <etude-inline data-cell="inline-1">.*<\/etude-inline> of them\./s);
});

test("a term opens its definition, and an unknown one fails the build", async () => {
  expect(await render("[[overfitting|overfits]]")).toMatch(/popovertarget="term-1">overfits<\/button>/);
  await expect(render("[[unheard of]]")).rejects.toThrow(/glossary/);
});
