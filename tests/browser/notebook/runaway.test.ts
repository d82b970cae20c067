import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { cell, output, settled, settledCount } from "../support/notebook.ts";
import { cells, rerun, told, value, withNotebook } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

const budget = "// @budget 200ms";
const control: [string, string] = ["control", 'const k = view(slider("k", [1, 9], {value: 3, step: 1}));'];
const twice: [string, string] = ["twice", "2 * k"];
const cut = /^This has kept the page busy for 0\.2 s, so it was cut in line \d+\./;
const tooDeep = /^A function here calls itself without an end/;

/** A slider moves, its reader follows, and another cell runs. */
async function expectUsable(page: Page): Promise<void> {
  const before = await settledCount(page);
  const input = cell(page, "control").locator('input[type="range"]');
  const at = Number(await input.inputValue());
  await input.press(at < 9 ? "ArrowRight" : "ArrowLeft");
  await settled(page, { after: before });
  const now = Number(await input.inputValue());
  expect(now).not.toBe(at);
  expect((await output(page, "twice").textContent())?.trim()).toBe(String(2 * now));
}

/** Each kind of place, the code in it, what is said of it, and the line that is named. */
const atOnce: [id: string, source: string, message: RegExp, line: number | undefined][] = [
  ["program", "1;\nwhile (true) {}", cut, 3],
  ["expression", "(() => { for (;;); })()", cut, 2],
  ["doWhile", "do; while (1);", cut, 2],
  ["labelled", "outer: while (true) {\n  for (;;) continue outer;\n}", cut, undefined],
  ["drained", "function* all() {\n  while (true) yield 1;\n}\nfor (const x of all()) x;", cut, undefined],
  ["spread", "[...{[Symbol.iterator]: () => ({next: () => ({done: false, value: 1})})}]", cut, 2],
  ["generator", "const g1 = (function* () {\n  while (true);\n})();", cut, 3],
  ["microtasks", "while (true) await null;", cut, 2],
  ["thenable", "const then = {then(go) { go(then); }};\nawait then;", cut, 2],
  ["getter", "const o = {get x() { while (true); }};\no.x;", cut, 2],
  ["block", "class A {\n  static { while (true); }\n}", cut, 3],
  ["defaults", "const f1 = (x = (() => { while (true); })()) => x;\nf1();", cut, 2],
  ["tagged", "const tag = () => { while (true); };\ntag`x`;", cut, 2],
  ["caught", "while (true) try { while (true); } catch {} finally { continue; }", cut, undefined],
  ["native", "Array.from({length: 1e9}, () => 1)", cut, 2],
  ["proxy", "const p = new Proxy({}, {get() { while (true); }});\np.x;", cut, 2],
  ["deep", "const f2 = (n) => f2(n + 1) + 1;\nf2(0);", tooDeep, 2],
  ["mutual", "const even = (n) => odd(n + 1) + 1, odd = (n) => even(n + 1) + 1;\neven(0);", tooDeep, 2],
  [
    "other",
    "endless()",
    /0\.2 s, so it was cut in line 2\..* \(in line 2 of the cell “endless”\)$/,
    undefined,
  ],
  ["text", 'let text = "ab";\nwhile (true) text += text;', /has grown too long to hold/, 3],
  ["letters", 'let letters = "";\nwhile (true) letters += "x";', cut, 3],
  ["numbers", "const numbers = [];\nwhile (true) numbers.push(1);", cut, 3],
  ["rows", "const rows = [];\nwhile (true) rows.push(new Array(100).fill(0));", cut, 3],
  ["displays", "while (true) display(1);", /has displayed 10000 values|so it was cut/, 2],
  ["asks", 'while (true) alert("hello");', /^`alert` is not defined in any cell\. .*display/, 2],
  ["evaluates", 'eval("while (true);");', /`eval` is not available/, 2],
];

test("whatever never ends in a cell is cut with its line, and the page is usable after it", async () => {
  const bad = atOnce.map(([id, source]): [string, string] => [id, `${budget}\n${source}`]);
  const endless: [string, string] = ["endless", `${budget}\nconst endless = () => { while (true); };`];
  // Whoever shows these may pass over what fails in them; it must not hold the page.
  const shown: [string, string][] = [
    ["named", `${budget}\n({get [Symbol.toStringTag]() { while (true); }})`],
    ["texted", `${budget}\ndisplay({toString() { while (true); }, toJSON() { while (true); }});`],
  ];
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how an expression stands in a sentence
  const inline = "In a sentence ${(() => { while (true); })()} too.\n";
  await withNotebook(site, `${cells(control, twice, endless, ...bad, ...shown)}\n${inline}`, async (page) => {
    for (const [id, , message, line] of atOnce) {
      const { state, error } = await told(page, id);
      expect({ id, state, message: error?.message }).toEqual({
        id,
        state: "rejected",
        message: expect.stringMatching(message),
      });
      if (line !== undefined) expect({ id, line: error!.line }).toEqual({ id, line });
    }
    await expectUsable(page);
    await rerun(page, "program", "const good = 1;");
    expect(await value(page, "good")).toBe(1);
  });
});

describe("code that runs after its cell has ended", () => {
  const later: [string, string][] = [
    [
      "click",
      `${budget}\nconst button = html\`<button>Never</button>\`;\nbutton.onclick = () => {\n  while (true);\n};\ndisplay(button);`,
    ],
    ["timer", `${budget}\nsetTimeout(() => {\n  while (true);\n});`],
    [
      "promise",
      `${budget}\nconst go = async () => {\n  await new Promise(setTimeout);\n  while (true);\n};\ngo();`,
    ],
    ["fails", "setTimeout(() => {\n  nothing.here;\n});\nconst nothing = undefined;"],
    ["cleaning", `${budget}\nk;\ninvalidation.then(() => {\n  while (true);\n});`],
  ];

  test("is cut too, told in its cell, and leaves its readers what they have", async () => {
    await withNotebook(site, cells(control, twice, ...later), async (page) => {
      await output(page, "click").getByRole("button").click();
      await expectUsable(page); // the slider is what the cell "cleaning" reads
      for (const [id, line] of [
        ["click", 4],
        ["timer", 3],
        ["promise", 4],
        ["cleaning", 4],
      ] as const) {
        await cell(page, id).locator('[data-part="error"]').waitFor();
        expect(await told(page, id)).toEqual({
          state: "fulfilled",
          error: {
            line,
            message: expect.stringMatching(/^In code that ran later: This has kept .* s, so it was cut/),
          },
        });
      }
      await cell(page, "fails").locator('[data-part="error"]').waitFor();
      expect(await told(page, "fails")).toMatchObject({
        state: "fulfilled",
        error: {
          line: 2,
          message: expect.stringMatching(/^In code that ran later: Something here is undefined/),
        },
      });
    });
  });

  test("again and again, is soon not run any more", async () => {
    const rounds = "const rounds = {count: 0};";
    const interval = `${budget}\nsetInterval(() => {\n  ++rounds.count;\n  while (true);\n});`;
    await withNotebook(
      site,
      cells(control, twice, ["rounds", rounds], ["interval", interval]),
      async (page) => {
        await cell(page, "interval").locator('[data-part="error"]').waitFor();
        await page.waitForFunction(
          async () => {
            const notebook = document.querySelector("etude-notebook") as HTMLElement & {
              value(name: string): Promise<{ count: number }>;
            };
            return (await notebook.value("rounds")).count >= 3;
          },
          undefined,
          { polling: 50 },
        );
        await expectUsable(page);
        expect(((await value(page, "rounds")) as { count: number }).count).toBeLessThan(6);
      },
    );
  });
});

test("a generator that never ends hands over a value a frame, and starves nobody", async () => {
  const endless = "const i = (function* () { for (let i = 0; ; ++i) yield i; })();";
  const asynchronous = "const j = (async function* () { for (let j = 0; ; ++j) yield j; })();";
  await withNotebook(
    site,
    cells(control, twice, ["i", endless], ["j", asynchronous], ["sum", "i + j"]),
    expectUsable,
  );
});
