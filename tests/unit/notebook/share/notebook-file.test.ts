import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, formatNotebook, parseNotebook } from "../../../../src/notebook/document/index.ts";
import {
  fileNameProblem,
  readNotebookFile,
  ShareError,
  writeNotebookMarkdown,
  writeNotebookZip,
} from "../../../../src/notebook/share/index.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textFile = (text: string, name = "a.etude.md") => readNotebookFile({ name, bytes: bytesOf(text) });

/** A line of code or prose: hostile to front matter, fences and zips. */
const line = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom(
    "---",
    "title: other",
    "```",
    "~~~~",
    "````js cell",
    "<!-- cell -->",
    " \t",
    "# Head",
    "\u2028",
  ),
);
const source = fc.array(line, { maxLength: 6 }).map((lines) =>
  lines
    .join("\n")
    .replace(/[\r\0\ufeff]/g, "")
    .replace(/[\ud800-\udfff]/g, "?"),
);
const cell = source.map((text, line = 0): Block => {
  return {
    kind: "fence",
    fence: { language: "js", kind: "cell", flags: [], options: {} },
    source: text,
    line,
  };
});
/** Notebooks as they are written: what a writer made of blocks, read once so that its prose is prose. */
const markdown = fc
  .array(
    fc.oneof(
      cell,
      source.map((text): Block => ({ kind: "prose", text })),
    ),
    { maxLength: 6 },
  )
  .map((blocks) => formatNotebook({ frontMatter: "seed: 7\nextra: {a: [1]}\n", blocks }));
const title = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((text) =>
    text
      .replace(/[\ud800-\udfff]/g, "?")
      .replace(/\s+/g, " ")
      .trim(),
  )
  .filter((text) => text !== "" && !/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u.test(text));
const fileName = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => text.replace(/[\ud800-\udfff]/g, "?")),
    fc.constantFrom("take.wav", "__proto__", "constructor", "notebook.etude.md", "ä ö.csv", "files"),
  )
  .filter((name) => fileNameProblem(name) === null);

const blocksOf = (text: string) =>
  parseNotebook(text).blocks.map((block) =>
    block.kind === "prose" ? block.text : [block.fence, block.source],
  );

describe("a notebook that goes out and comes in again", () => {
  test("as Markdown has the same title, front matter, cells and prose", () => {
    fc.assert(
      fc.property(markdown, title, (text, title) => {
        const written = writeNotebookMarkdown(title, text);
        const read = textFile(written);
        expect(read.title).toBe(title);
        expect(read.markdown).toBe(written);
        expect(blocksOf(read.markdown)).toEqual(blocksOf(text));
        expect(parseNotebook(read.markdown).frontMatter).toContain("seed: 7\nextra: {a: [1]}\n");
        expect(writeNotebookMarkdown(read.title, read.markdown)).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  test("as a zip has every byte of its files, too", () => {
    const files = fc.dictionary(fileName, fc.uint8Array({ maxLength: 300 }), { noNullPrototype: false });
    fc.assert(
      fc.property(markdown, title, files, (text, title, contents) => {
        const files = new Map(
          Object.entries(contents).map(([name, bytes]) => [name, { type: "text/plain", bytes }]),
        );
        const read = readNotebookFile({
          name: "a.zip",
          bytes: writeNotebookZip({ title, markdown: text, files }),
        });
        expect(read.title).toBe(title);
        expect(read.markdown).toBe(writeNotebookMarkdown(title, text));
        const bytesByName = (map: Map<string, { bytes: Uint8Array }>) =>
          Array.from(map, ([name, { bytes }]) => [name, [...bytes]] as const).sort(([a], [b]) =>
            a < b ? -1 : 1,
          );
        expect(bytesByName(read.files)).toEqual(bytesByName(files));
      }),
      { numRuns: 150 },
    );
  });

  test("gives the same bytes each time, and knows files by their endings", () => {
    const bytes = bytesOf("a,b\n1,2\n");
    const notebook = { title: "A", markdown: "text\n", files: new Map([["a.csv", { type: "", bytes }]]) };
    const zip = writeNotebookZip(notebook);
    expect(writeNotebookZip(notebook)).toEqual(zip);
    expect(readNotebookFile({ name: "a.etude.zip", bytes: zip }).files.get("a.csv")).toEqual({
      type: "text/csv",
      bytes,
    });
  });
});

describe("the title", () => {
  test.each([
    ["title: Plain: no", "Plain: no"],
    ["title: Scales # a comment", "Scales"],
    ['title: "A \\"quoted\\" one" # more', 'A "quoted" one'],
    ["title: 'It''s'", "It's"],
    ["seed: 1\ntitle:    wide   ", "wide"],
  ])("of %j is read as a line, not as YAML", (head, title) => {
    expect(textFile(`---\n${head}\n---\n\n# Heading\n`).title).toBe(title);
  });

  test.each([
    "title: >\n  folded",
    "title: !!js/function 'x'",
    "title: *anchor",
    'title: "open',
    "  title: inner",
  ])("of %j is not guessed: the first heading is taken", (head) => {
    expect(textFile(`---\n${head}\n---\n\n# Heading\n`).title).toBe("Heading");
  });

  test("is else the name of the file", () => {
    expect(textFile("text", "My take.etude.md").title).toBe("My take");
    expect(textFile("text", ".md").title).toBe("Untitled");
  });

  test("takes the place of the old one, over however many lines that goes, and of nothing else", () => {
    const old = "---\nseed: 3\ntitle: >\n  an old\n  title\nterms: [a]\n---\ntext\n";
    expect(writeNotebookMarkdown("yes", old)).toBe('---\nseed: 3\ntitle: "yes"\nterms: [a]\n---\ntext\n');
  });
});

describe("a file that is no notebook, or too large a one, is refused in plain words:", () => {
  const cells = (count: number) => "```js cell\n1\n```\n".repeat(count);
  test.each([
    ["", "a.md", "“a.md” is empty"],
    ["x", "a.exe", "“a.exe” is none"],
    ["{}", "a.ipynb", "is a Jupyter notebook, which Etude cannot open yet"],
    ["x", "a.zip", "is not a zip file, though it is named so"],
    ["a\0b", "a.md", "is not a text file in UTF-8"],
    ["x".repeat(2_000_001), "a.md", "holds 2 MB of text, and a notebook may hold 2 MB"],
    ["\n".repeat(20_000), "a.md", "has 20,001 lines, and a notebook may have 20,000"],
    [cells(501), "a.md", "has 501 cells, and a notebook may have 500"],
    [
      `\`\`\`js cell\n${"ü".repeat(51_000)}\n\`\`\`\n`,
      "a.md",
      "“a.md” has a cell that holds 102 kB, and a cell may hold 100 kB (line 2).",
    ],
    ["a\n<!-- cell -->\n".repeat(1001), "a.md", "has 1,001 blocks of text, and a notebook may have 1,000"],
    [`\`\`\`js cell ${" ".repeat(2000)}\``, "a.md", "opens a cell and is 2,012 characters long"],
  ])("%#", (text, name, message) => {
    expect(() => textFile(text, name)).toThrow(ShareError);
    expect(() => textFile(text, name)).toThrow(message);
  });

  test("bytes that are not UTF-8", () => {
    expect(() => readNotebookFile({ name: "a.md", bytes: Uint8Array.of(0x66, 0xff, 0xfe) })).toThrow(
      "is not a text file in UTF-8",
    );
  });

  test("and as much as is allowed is opened within a second or two", () => {
    expect(textFile(cells(500)).title).toBe("a");
    const started = performance.now();
    for (const text of [
      `a${"\n".repeat(19_998)}b`,
      "```\n".repeat(19_000),
      `${"`".repeat(990)} \`\n`.repeat(2000),
    ]) {
      textFile(text);
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
