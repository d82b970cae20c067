import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { attempt } from "../lessons/support/attempt.ts";
import { axeFindings } from "./support/axe.ts";
import { cell, settled } from "./support/notebook.ts";
import type { CellElement } from "./support/open-notebook.ts";
import { useSite } from "./support/site.ts";

const site = useSite();
const lesson = "instructors/writing-a-lesson/";

function exercise(page: Page, id: string): Locator {
  return page.locator(`etude-exercise[data-exercise="${id}"]`);
}

function quiz(page: Page, id: string): Locator {
  return page.locator(`etude-quiz[data-quiz="${id}"]`);
}

function part(of: Locator, name: string): Locator {
  return of.locator(`:scope > [data-part="${name}"]`);
}

function button(of: Locator, command: string): Locator {
  return of.locator(`:scope > [data-part$="foot"] [data-command="${command}"]`);
}

/** Waits until something has this result, and its feedback these words. */
async function says(of: Locator, result: string, words: RegExp): Promise<void> {
  await of.and(of.page().locator(`[data-result="${result}"]`)).waitFor();
  await part(of, "feedback").getByText(words).first().waitFor();
}

/** Presses Tab until something has the focus; it must be within reach. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const has = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 40 && !(await has()); presses += 1) await page.keyboard.press("Tab");
  expect(await has(), "Tab leads there").toBe(true);
}

/** Each kind of answer to the first exercise, its result, and what helps. */
const answers: [kind: string, source: string, result: string, words: RegExp][] = [
  ["right", "const best = 4.1;", "passed", /^It is right about \d+ of 100/],
  [
    "right, but late",
    "const best = new Promise((done) => setTimeout(done, 20, 4.1));",
    "passed",
    /^It is right/,
  ],
  ["nearly right", "const best = 2.5;", "failed", /^Better than nothing/],
  ["wrong", "const best = 7040;", "failed", /^Octaves, not hertz/],
  ["of another kind", 'const best = "high";', "failed", /^Write a number/],
  ["left blank", "const best = ____;", "failed", /^Fill in the blanks first/],
  ["empty", "", "failed", /^There is nothing here yet/],
  ["a comment only", "// I do not know\n/* yet */", "failed", /^There is nothing here yet/],
  [
    "under another name",
    "const limit2 = 4.1;",
    "failed",
    /^Your answer must be called best: write const best = …/,
  ],
  [
    "no program",
    "const best = 1;\nconst worst = ;",
    "failed",
    /^Your code stopped in line 2, so there is nothing/,
  ],
  ["crashing", "const none = null;\nconst best = none.x;", "failed", /^Your code stopped in line 2/],
  ["of an unknown name", "const best = nowhere + 1;", "failed", /^Your code stopped.*nowhere/],
  [
    "endless",
    "// @budget 200ms\nlet best = 0;\nwhile (true) best += 1;",
    "failed",
    /^Your code stopped in line 3/,
  ],
];

describe("an exercise", () => {
  test("has a word for every kind of answer, and the page goes on working", async () => {
    await site.withPage(lesson, async (page) => {
      await settled(page);
      for (const [kind, source, result, words] of answers) {
        const shown = await attempt(page, "best-limit", source);
        expect(shown.feedback, kind).toMatch(words);
        expect(shown.result, kind).toBe(result);
      }
      // Its names are its own: the next one has the same, and the lesson none of them.
      const other = await attempt(
        page,
        "same-name",
        'const best = isHiHat.filter((l) => l === "hi-hat").length;',
      );
      expect(other.result).toBe("passed");
      await settled(page);
      expect(await page.locator('etude-cell[data-state="rejected"]:not([data-private])').count()).toBe(0);
    });
  });

  test("is answered, helped and solved by keys alone", async () => {
    await site.withPage(lesson, async (page) => {
      await settled(page);
      const one = exercise(page, "best-limit");
      const solution = button(one, "solution");
      expect(await solution.isVisible(), "no solution before an attempt").toBe(false);
      expect(await part(one, "hints").isVisible()).toBe(false);

      await cell(page, "best-limit").focus();
      await page.keyboard.press("Enter");
      await cell(page, "best-limit").locator(".cm-focused").waitFor();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type("const best = 7040;");
      await page.keyboard.press("Escape");
      await tabTo(page, button(one, "check"));
      await page.keyboard.press("Enter");
      await says(one, "failed", /Octaves, not hertz/);

      const hints = part(one, "hints").locator(":scope > li");
      await tabTo(page, button(one, "hint"));
      await page.keyboard.press("Space");
      await hints.first().waitFor();
      expect(await hints.nth(1).isVisible(), "one hint at a time").toBe(false);
      expect(await hints.first().evaluate((hint) => hint === document.activeElement)).toBe(true);
      await button(one, "hint").focus();
      await page.keyboard.press("Space");
      await hints.nth(1).waitFor();
      expect(await button(one, "hint").isVisible(), "there are two hints").toBe(false);

      await solution.focus();
      await page.keyboard.press("Enter");
      await part(one, "solution").waitFor();
      const take = part(one, "solution").locator('[data-command="take-solution"]');
      await tabTo(page, take);
      await page.keyboard.press("Enter");
      await button(one, "check").focus();
      await page.keyboard.press("Space");
      await says(one, "passed", /It is right about/);
    });
  });

  test("still has what was written into it after the page was left in the middle", async () => {
    await site.withPage(lesson, async (page) => {
      await settled(page);
      const written = "const best = 4 + 0.1;";
      await cell(page, "best-limit").locator('[data-command="edit"]').first().click();
      await cell(page, "best-limit").locator(".cm-focused").waitFor();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(written);
      await page.reload();
      await settled(page);
      const source = await cell(page, "best-limit").evaluate((element) => (element as CellElement).source);
      expect(source).toBe(written);
      await button(exercise(page, "best-limit"), "check").click();
      await says(exercise(page, "best-limit"), "passed", /It is right about/);
    });
  });
});

/** Draws into a curve's field with the pointer, through points given in shares of its width and height. */
async function draw(page: Page, field: Locator, points: [x: number, y: number][]): Promise<void> {
  await field.scrollIntoViewIfNeeded();
  const box = (await field.boundingBox())!;
  for (const [i, [x, y]] of points.entries()) {
    await page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: i === 0 ? 1 : 8 });
    if (i === 0) await page.mouse.down();
  }
  await page.mouse.up();
}

describe("a question", () => {
  test("of one answer is chosen by arrows, and unveils the figure that would have told", async () => {
    await site.withPage(lesson, async (page) => {
      await settled(page);
      const matrix = cell(page, "matrix");
      await matrix.and(page.locator("[data-veiled]")).waitFor();
      expect(await matrix.locator("figure").first().isVisible()).toBe(false);
      const one = quiz(page, "guess");
      await button(one, "answer").click();
      await says(one, "failed", /^Choose an answer first/);
      await one.getByRole("radio").first().focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await says(one, "failed", /^The other way round/);
      await matrix.locator("figure").first().waitFor();
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await says(one, "passed", /^The rule becomes stricter/);
    });
  });

  test("of several answers, of a number, and of an order is answered by keys", async () => {
    await site.withPage(lesson, async (page) => {
      await settled(page);
      const several = quiz(page, "several");
      await several.getByRole("checkbox").first().focus();
      await page.keyboard.press("Space");
      await tabTo(page, button(several, "answer"));
      await page.keyboard.press("Space");
      await says(several, "failed", /^One more is right/);
      await several.getByRole("checkbox").nth(1).focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("Enter");
      await says(several, "passed", /Two to four objectives/);

      const octaves = quiz(page, "octaves");
      await octaves.getByRole("textbox").focus();
      for (const [typed, result, words] of [
        ["soon", "failed", /^Write a number/],
        ["880", "failed", /^That is one octave/],
        ["1760,5", "passed", /^Each octave doubles/],
      ] as const) {
        await page.keyboard.press("ControlOrMeta+a");
        await page.keyboard.type(typed);
        await page.keyboard.press("Enter");
        await says(octaves, result, words);
      }

      const steps = quiz(page, "steps");
      await button(steps, "answer").focus();
      await page.keyboard.press("Enter");
      await says(steps, "failed", /^When does the reader guess/);
      for (const item of [0, 1, 2, 3]) {
        const up = steps.locator(`[data-item="${item}"]`).getByRole("button", { name: /^Up/ });
        await up.focus();
        for (let i = 0; i < 3; i += 1) {
          const before = steps.locator(`[data-item="${item}"]`);
          const place = await before.evaluate((li) => Array.from(li.parentElement!.children).indexOf(li));
          if (place > item) await page.keyboard.press("Enter");
        }
      }
      await button(steps, "answer").focus();
      await page.keyboard.press("Enter");
      await says(steps, "passed", /^Guess first, then see/);
    });
  });

  test("of a curve is drawn by the pointer or by keys, and then shows how it really runs", async () => {
    await site.withPage(lesson, async (page) => {
      await settled(page);
      const curve = quiz(page, "draw");
      const field = curve.locator("svg");
      const truth = curve.locator(".etude-truth");
      await button(curve, "answer").click();
      await says(curve, "failed", /^Draw the whole curve first/);
      expect(await truth.getAttribute("d")).toBeNull();
      await draw(page, field, [
        [0.08, 0.1],
        [0.98, 0.8],
      ]);
      await button(curve, "answer").click();
      await says(curve, "failed", /^Think of both ends/);
      expect(await truth.getAttribute("d")).toMatch(/^M.*L/);

      await curve.getByText("Draw by numbers").focus();
      await page.keyboard.press("Enter");
      const scores = await page.evaluate(async () =>
        Array.from(
          (await (
            document.querySelector("etude-notebook") as HTMLElement & {
              value(name: string): Promise<number[]>;
            }
          ).value("scores"))!,
        ),
      );
      const sliders = curve.getByRole("slider");
      for (const [i, score] of scores.entries()) {
        await sliders.nth(i).focus();
        await page.keyboard.press("Home");
        for (let step = 0; step < Math.round(score * 50); step += 1) await page.keyboard.press("ArrowUp");
      }
      await tabTo(page, button(curve, "answer"));
      await page.keyboard.press("Enter");
      await says(curve, "passed", /^It climbs while other drums drop out/);
    });
  });
});

describe.each([
  ["light", { colorScheme: "light", viewport: { width: 1280, height: 900 } }],
  ["dark, on a phone", { colorScheme: "dark", viewport: { width: 360, height: 740 }, hasTouch: true }],
] as const)("in %s", (_, options) => {
  test("axe finds nothing wrong with exercises and questions that were answered", async () => {
    await site.withPage(
      lesson,
      async (page) => {
        await settled(page);
        await attempt(page, "best-limit", "const best = 7040;");
        await button(exercise(page, "best-limit"), "hint").click();
        await button(exercise(page, "best-limit"), "solution").click();
        await attempt(page, "same-name", 'const best = isHiHat.filter((l) => l === "hi-hat").length;');
        for (const id of ["guess", "several", "octaves", "steps", "draw"]) {
          await button(quiz(page, id), "answer").click();
          await part(quiz(page, id), "feedback").locator("p").first().waitFor();
        }
        await quiz(page, "draw").getByText("Draw by numbers").click();
        expect(await axeFindings(page)).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, "nothing may stand out at the side").toBeLessThanOrEqual(0);
      },
      options,
    );
  });
});
