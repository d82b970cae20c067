import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdownToHtml } from "../../../../src/stdlib/markup/md.ts";

/** The tags of HTML text, each with its attributes, as a browser would find them. */
function tagsOf(html: string): { name: string; attributes: Record<string, string> }[] {
  return Array.from(html.matchAll(/<([^\s/>]+)((?:"[^"]*"|[^">])*)>/g), ([, name, rest]) => ({
    name: name!.toLowerCase(),
    attributes: Object.fromEntries(
      Array.from(rest!.matchAll(/([^\s=/]+)(?:="([^"]*)")?/g), ([, key, value]) => [key!, value ?? ""]),
    ),
  }));
}

const tags = new Set(
  "a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img li ol p pre section span strong sup table tbody td th thead tr ul".split(
    " ",
  ),
);
const attributes = new Set("align alt aria-label class href id rel role src start tabindex title".split(" "));

/** An address as a page of the site reads it; null when it is none, and so leads nowhere. */
function readUrl(value: string): URL | null {
  return URL.parse(value.replaceAll("&amp;", "&"), "https://etude.example/a/");
}

/** What could run, load or pose in this HTML. */
function dangers(html: string): string[] {
  return tagsOf(html).flatMap(({ name, attributes: given }) => {
    if (name.startsWith("/")) return [];
    const found: string[] = tags.has(name) ? [] : [`<${name}>`];
    for (const [key, value] of Object.entries(given)) {
      if (!attributes.has(key)) found.push(`${name} ${key}`);
      if (key === "id" && !/^etude-note-\d+-/.test(value)) found.push(`id ${value}`);
      if (key === "href") {
        const url = readUrl(value);
        if (url && !["http:", "https:", "mailto:"].includes(url.protocol)) found.push(`href ${value}`);
      }
      if (key === "src") {
        const url = readUrl(value);
        const isHere =
          url === null ||
          url.host === "etude.example" ||
          /^data:image\/(png|jpeg|gif|webp|avif|svg\+xml)[;,]/.test(url.href);
        if (!isHere) found.push(`src ${value}`);
      }
    }
    return found;
  });
}

test("ordinary Markdown is set: emphasis, lists, tables, code, footnotes, boxes", () => {
  expect(markdownToHtml("# *A*\n\n- [x] b\n- ~~c~~\n\n|d|\n|:-:|\n|`e`|")).toBe(
    `<h1><em>A</em></h1>
<ul>
<li><span role="img" aria-label="done">☑</span> b</li>
<li><del>c</del></li>
</ul>
<table>
<thead>
<tr>
<th align="center">d</th>
</tr>
</thead>
<tbody>
<tr>
<td align="center"><code>e</code></td>
</tr>
</tbody>
</table>`,
  );
  const [first, second] = [markdownToHtml("a[^1]\n\n[^1]: b"), markdownToHtml("a[^1]\n\n[^1]: b")];
  const id = (html: string) => html.match(/ id="([^"]+)"/)![1]!;
  expect(first).toContain(`href="#${id(first).replace("fnref", "fn")}"`);
  expect(id(first)).not.toBe(id(second));
});

test("links of the page and of the web stay; those of the web learn nothing of the page", () => {
  expect(markdownToHtml("[a](#b) [c](../d/?e=1) [f](mailto:g@h.i) <https://j.k/?l&m>")).toBe(
    '<p><a href="#b">a</a> <a href="../d/?e=1">c</a> <a href="mailto:g@h.i" rel="noopener noreferrer">f</a> <a href="https://j.k/?l&amp;m" rel="noopener noreferrer">https://j.k/?l&amp;m</a></p>',
  );
});

test("a picture from elsewhere is named and linked, not loaded; one that is here is shown", () => {
  expect(markdownToHtml("![a](b/c.png) ![d](data:image/png;base64,AA==)")).toBe(
    '<p><img src="b/c.png" alt="a"> <img src="data:image/png;base64,AA==" alt="d"></p>',
  );
  expect(markdownToHtml('![a "b"](https://c.d/e)')).toBe(
    '<p>[<a href="https://c.d/e" rel="noopener noreferrer">picture, not loaded: a &quot;b&quot;</a>]</p>',
  );
  expect(markdownToHtml("[![a](//b.c/d)](e)")).toBe('<p><a href="e">[picture, not loaded: a]</a></p>');
});

describe("what comes from anybody", () => {
  const schemes = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java&#9;script:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#x1;javascript:alert(1)",
    "&#32;javascript:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "vbscript:x",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/svg+xml,<svg onload=alert(1)>",
    "blob:https://etude.example/x",
    "file:///etc/passwd",
    "view-source:https://a.b",
    "filesystem:https://a.b/x",
    "\\\\evil.example/x",
    "/\\evil.example/x",
    "/&Tab;/evil.example/x",
    "//evil.example/x",
    "https:evil.example",
    "about:blank",
  ];
  test.each(schemes)("as the address %j runs nothing and loads nothing from elsewhere", (address) => {
    for (const text of [
      `[a](${address})`,
      `[a](<${address}>)`,
      `![a](${address})`,
      `![a](<${address}>)`,
      `<${address}>`,
      `[a][b]\n\n[b]: <${address}> "t"`,
      `![a][b]\n\n[b]: ${address}`,
    ]) {
      expect(dangers(markdownToHtml(text)), text).toEqual([]);
    }
  });

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "<svg><script>alert(1)</script></svg>",
    "<style>*{display:none}</style>",
    '<base href="https://evil.example/">',
    '<form action="https://evil.example"><button>x</button></form>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<link rel="stylesheet" href="https://evil.example">',
    '<div id="etude-notebook" name="location">x</div>',
    "<etude-cell data-cell=x></etude-cell>",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    '[a](b "c" onclick=alert(1))',
    '[a](b "\\" onclick=alert(1) x=\\"")',
    '![a" onerror="alert(1)](b)',
    '``` x" onclick="alert(1)\nb\n```',
    '[^a" onclick="x]\n\n[^a" onclick="x]: b',
    "a@b.c<script>",
    'www.a.b/"onclick="x',
  ])("as %j is shown as text", (text) => {
    for (const around of [text, `a ${text} b`, `> - ${text}`, `|a|\n|-|\n|${text}|`, `*${text}*`]) {
      expect(dangers(markdownToHtml(around)), around).toEqual([]);
    }
  });

  test("is harmless whatever is put together of all that", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...schemes,
        ..."![ [ ]( ) ]: < > \" ' ` ``` \\ &lt; &quot; &#60; &#x3c; * _ ~ | - # [^1] <script <img onerror= src= <a href= <!-- --> <? ]]>".split(
          " ",
        ),
        "\n",
        "\n\n",
        "    ",
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join("");
        expect(dangers(markdownToHtml(text))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a text that would take long to set is shown as it is written, with a note:", () => {
  const many = (sign: string, count: number) => sign.repeat(count);
  const levels = (count: number, line: (level: number) => string) =>
    Array.from({ length: count }, (_, level) => line(level)).join("\n");
  test.each([
    ["10,000 quotes in one another", `${many(">", 10_000)} a`],
    ["10,000 lists in one another", `${many("- ", 10_000)}a`],
    ["lists by indentation", levels(300, (level) => `${many("  ", level)}- a`)],
    ["quotes that grow", levels(500, (level) => `${many(">", level)} a`)],
    ["10,000 open brackets", many("[", 10_000)],
    ["10,000 closing brackets", many("](", 10_000)],
    ["pictures in pictures", many("![", 2000) + many("](x)", 2000)],
    ["stars", many("**a *b ", 5000)],
    ["50,001 stars", many("*", 50_001)],
    ["a table of 10,000 columns", `|${many("a|", 10_000)}\n|${many("-|", 10_000)}`],
    ["a table whose rows are filled up", `|${many("a|", 90)}\n|${many("-|", 90)}\n${many("|b\n", 1900)}`],
    ["comments that do not end", many("a <!--", 5000)],
    ["2 MB in one line", many("a", 2_000_000)],
    ["long lines of text", many("a ", 30_000)],
    ["many lines", many("a\n", 10_000)],
    ["many addresses", many("a@b.c ", 5000)],
    ["many underlined headings", many("a\n=\n", 900)],
  ])("%s", (_, text) => {
    const started = performance.now();
    const html = markdownToHtml(text);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(html).toMatch(
      /^<p class="etude-as-written">This text (is|has) .*, so it is shown as it is written\.<\/p>\n<pre/,
    );
    expect(html.length).toBeGreaterThan(text.length);
  });

  test("and what just passes is set in time", () => {
    const passing = [
      `${many(">", 20)} a\n`.repeat(190),
      many("**a *b ", 300),
      `${many("[", 290)}a${many("](x)", 290)}`,
      `${many("![", 190)}a${many("](x)", 190)}`,
      many("a <!--", 490),
      many("a\n=\n", 290),
      many("Some *text* and a [link](https://a.b/c).\n\n", 290),
    ];
    for (const text of passing) {
      const started = performance.now();
      expect(markdownToHtml(text)).not.toContain("etude-as-written");
      expect(performance.now() - started, text.slice(0, 30)).toBeLessThan(4000);
    }
  });

  test("not so a long picture that is written into the text", () => {
    expect(markdownToHtml(`![a](data:image/png;base64,${many("A", 500_000)})`)).toMatch(
      /^<p><img src="data:image/,
    );
  });
});
