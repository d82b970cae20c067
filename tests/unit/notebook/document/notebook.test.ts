import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Block,
  formatNotebook,
  type NotebookDocument,
  parseNotebook,
} from "../../../../src/notebook/document/index.ts";

const cell = (source: string, line: number, options: Record<string, string> = {}): Block => ({
  kind: "fence",
  fence: { language: "js", kind: "cell", flags: [], options },
  source,
  line,
});
const prose = (text: string): Block => ({ kind: "prose", text });

describe("a Markdown file", () => {
  test("is front matter, prose and cells, with the line of each cell's code", () => {
    const markdown = `---
title: A
---

# Head

text
\`\`\`js cell id=a
1
2
\`\`\`
more
`;
    expect(parseNotebook(markdown)).toEqual({
      frontMatter: "title: A\n",
      blocks: [prose("# Head\n\ntext"), cell("1\n2", 9, { id: "a" }), prose("more")],
    });
  });

  test("without front matter has none; an empty one is another thing", () => {
    expect(parseNotebook("text")).toEqual({ frontMatter: null, blocks: [prose("text")] });
    expect(parseNotebook("---\n---\ntext")).toEqual({ frontMatter: "", blocks: [prose("text")] });
    expect(parseNotebook("text\n\n---\na\n---")).toEqual({
      frontMatter: null,
      blocks: [prose("text\n\n---\na\n---")],
    });
    expect(parseNotebook("")).toEqual({ frontMatter: null, blocks: [] });
  });

  test("may have any kind of line ends", () => {
    const markdown = "---\ntitle: A\n---\ntext\n```js cell\n1\n2\n```\n";
    for (const end of ["\r\n", "\r"]) {
      expect(parseNotebook(markdown.replaceAll("\n", end))).toEqual(parseNotebook(markdown));
    }
  });

  test("may begin with a byte order mark", () => {
    expect(parseNotebook("\uFEFF---\ntitle: A\n---\n")).toEqual({ frontMatter: "title: A\n", blocks: [] });
  });
});

describe("a fence", () => {
  test("that is not closed goes on to the end", () => {
    expect(parseNotebook("a\n```js cell\n1\n2").blocks).toEqual([prose("a"), cell("1\n2", 3)]);
  });

  test("is closed by one as long, or longer, of its own sign", () => {
    expect(parseNotebook("````js cell\n```\n`````\nb").blocks).toEqual([cell("```", 2), prose("b")]);
    expect(parseNotebook("~~~js cell\n```\n~~~\nb").blocks).toEqual([cell("```", 2), prose("b")]);
    expect(parseNotebook("```js cell\n``` js\n```\nb").blocks).toEqual([cell("``` js", 2), prose("b")]);
  });

  test("may be indented by up to three spaces, as Markdown has it", () => {
    expect(parseNotebook("```js cell\n1\n   ```\nb").blocks).toEqual([cell("1", 2), prose("b")]);
    expect(parseNotebook("  ```js cell\n  1\n    2\n3\n```\nb").blocks).toEqual([
      cell("1\n  2\n3", 2),
      prose("b"),
    ]);
    expect(parseNotebook("    ```js cell\n    1").blocks).toEqual([prose("    ```js cell\n    1")]);
  });

  test("may be empty", () => {
    expect(parseNotebook("```js cell\n```").blocks).toEqual([cell("", 2)]);
  });

  test("that is a listing is prose, with everything that looks like a cell in it", () => {
    const markdown = "a\n\n````md\n```js cell\n1\n```\n````\n\nb";
    expect(parseNotebook(markdown).blocks).toEqual([prose(markdown)]);
    const indented = " ```js\n1\n ```\n\n```js cell\n2\n```";
    expect(parseNotebook(indented).blocks).toEqual([prose(" ```js\n1\n ```"), cell("2", 6)]);
  });

  test("is not opened by code in a line of text", () => {
    expect(parseNotebook("```not a fence``` but text\n\n```js cell\n1\n```").blocks).toEqual([
      prose("```not a fence``` but text"),
      cell("1", 4),
    ]);
  });
});

describe("a notebook that is written and read again is the same", () => {
  const word = fc.stringMatching(/^[a-z][a-z-]{0,6}$/);
  const codeLine = fc.oneof(
    fc.constantFrom(
      "",
      "const a = 1;",
      "  b",
      "```",
      "````js cell",
      "   ```",
      "~~~",
      "---",
      "# no heading",
      "`a`",
    ),
    fc.string().filter((text) => !/[\r\n]/.test(text)),
  );
  const proseLine = fc.oneof(
    fc.constantFrom(
      "text",
      "# Head",
      "- item",
      "",
      "    indented",
      "---",
      "> quote",
      "``code`` and text",
      "| a | b |",
    ),
    fc.string().filter((text) => !/[\r\n]/.test(text) && !/^ {0,3}(```|~~~)/.test(text)),
  );
  const code = fc.array(codeLine, { maxLength: 5 }).map((lines) => lines.join("\n"));
  const text = fc
    .array(proseLine, { minLength: 1, maxLength: 4 })
    .map((lines) => lines.join("\n").replace(/^\n+|\n+$/g, ""))
    .filter((text) => text !== "");
  const value = fc.constantFrom("a", "1", "two words", "with `ticks`", "~~~");
  const fence = fc.record({
    // A cell in Markdown is prose.
    language: fc.constantFrom("js", "json"),
    kind: fc.constantFrom("cell", "exercise", "wrong", "quiz"),
    flags: fc.array(word, { maxLength: 2 }),
    options: fc.dictionary(word, value, { maxKeys: 2 }),
  });
  const block: fc.Arbitrary<Block> = fc.oneof(
    text.map(prose),
    fc.record({
      kind: fc.constant("fence"),
      fence,
      source: code,
      line: fc.constant(0),
    }) as fc.Arbitrary<Block>,
  );
  const notebook: fc.Arbitrary<NotebookDocument> = fc.record({
    frontMatter: fc.option(fc.constantFrom("", "title: A\n", "title: A\nseed: 7\n"), { nil: null }),
    // Two pieces of prose in a row are one.
    blocks: fc
      .array(block, { maxLength: 6 })
      .map((blocks) => blocks.filter((b, i) => b.kind === "fence" || blocks[i - 1]?.kind !== "prose")),
  });

  const withoutLines = ({ frontMatter, blocks }: NotebookDocument) => ({
    frontMatter,
    blocks: blocks.map((block) => (block.kind === "prose" ? block : { ...block, line: 0 })),
  });

  test("whatever stands in it", () => {
    fc.assert(
      fc.property(notebook, (notebook) => {
        // Rules and text at the very top are front matter to everybody.
        fc.pre(notebook.frontMatter !== null || !formatNotebook(notebook).startsWith("---"));
        expect(withoutLines(parseNotebook(formatNotebook(notebook)))).toEqual(withoutLines(notebook));
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test("and once written it is written the same way again, with the lines where the code stands", () => {
    fc.assert(
      fc.property(notebook, (notebook) => {
        const written = formatNotebook(notebook);
        fc.pre(notebook.frontMatter !== null || !written.startsWith("---"));
        const read = parseNotebook(written);
        expect(formatNotebook(read)).toBe(written);
        const lines = written.split("\n");
        for (const block of read.blocks) {
          if (block.kind === "fence" && block.source !== "")
            expect(lines[block.line - 1]).toBe(block.source.split("\n")[0]);
        }
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});

test("prose that looks like cells, or opens a fence and does not close it, stays what it is and where it is", () => {
  const line = fc.constantFrom(
    "```",
    "````",
    "~~~",
    "```js",
    "```js cell id=a",
    "  ```js cell",
    "- ```js cell",
    "~~~md cell",
    "<!-- cell -->",
    "---",
    "text",
    "",
    "    indented",
  );
  const nasty = fc
    .array(line, { minLength: 1, maxLength: 6 })
    .map((lines) => lines.join("\n").replace(/^\n+|\n+$/g, ""))
    .filter((text) => text.trim() !== "");
  fc.assert(
    fc.property(nasty, nasty, (first, second) => {
      const blocks = [prose(first), cell("const kept = 6;", 0), prose(second), prose("end")];
      const read = parseNotebook(formatNotebook({ frontMatter: "seed: 1\n", blocks }));
      expect(read.blocks.map((block) => (block.kind === "fence" ? { ...block, line: 0 } : block))).toEqual(
        blocks,
      );
    }),
    { numRuns: 2000, seed: 3 },
  );
});

test("two cells of text beside each other stay two", () => {
  const blocks = [
    { kind: "prose" as const, text: "One." },
    { kind: "prose" as const, text: "Two,\n\nand more." },
  ];
  const text = formatNotebook({ frontMatter: null, blocks });
  expect(parseNotebook(text).blocks).toEqual(blocks);
  expect(text).toBe("One.\n\n<!-- cell -->\n\nTwo,\n\nand more.\n");
});
