import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { cell, settled } from "../support/notebook.ts";
import { cells, withNotebook } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

const notebook = cells(
  ["k", 'const k = view(slider("k", [1, 9], {value: 3, step: 1}));'],
  ["twice", "const twice = 2 * k;"],
  ["table", "[{drum: 'kick', level: 0.5}, {drum: 'snare', level: 0.25}]"],
  ["deep", "({a: {b: [1, 2, {c: 3}]}})"],
  ["wrong", "k.first.second"],
  ["waiting", "never + 1"],
  ["again", "const twice = 1;"],
  ["asked run=click", "k * 100"],
  ["blank", "const ____ = k;"],
);

async function openCommand(page: Page, command: string): Promise<void> {
  await page.evaluate(
    (command) =>
      (
        document.querySelector("etude-notebook") as unknown as {
          do(name: string, part: Element): Promise<void>;
        }
      ).do(command, document.querySelector('etude-cell[data-cell="k"]')!),
    command,
  );
}

/** Every state that a notebook's page can be put into, by what puts it there. */
const states: [name: string, enter: (page: Page) => Promise<void>][] = [
  ["as it opens, with errors of each kind", async () => {}],
  [
    "with a cell being edited, its completions open",
    async (page) => {
      await openCommand(page, "edit");
      await cell(page, "k").locator(".cm-focused").waitFor();
      await page.keyboard.press("ControlOrMeta+End");
      await page.keyboard.type("\ntw");
      await page.locator(".cm-tooltip-autocomplete").waitFor();
    },
  ],
  [
    "with a cell's menu open",
    async (page) => {
      await cell(page, "k").hover();
      await cell(page, "k").locator('[data-command="more"]').click();
    },
  ],
  ...["palette", "help", "history"].map((name): (typeof states)[number] => [
    `with the ${name} open`,
    async (page) => {
      await openCommand(page, name);
      await page.locator("dialog[open]").waitFor();
    },
  ]),
  ...["variables", "files"].map((name): (typeof states)[number] => [
    `with the ${name} panel open`,
    async (page) => {
      await openCommand(page, name);
      await page.locator(`.etude-panel[data-panel="${name}"]`).waitFor();
      await page.locator(`.etude-panel[data-panel="${name}"] :is(svg, button, p)`).first().waitFor();
    },
  ]),
  [
    "with notices, a text cell being edited, and cells added and deleted",
    async (page) => {
      await openCommand(page, "addBelow");
      await openCommand(page, "toMarkdown");
      await page.evaluate(() => document.querySelector("etude-prose")!.scrollIntoView());
      await openCommand(page, "resetAll");
      await page
        .locator("etude-prose")
        .evaluate((text) => (text as unknown as { openEditor(): Promise<void> }).openEditor());
      await page.locator("etude-prose .cm-focused").waitFor();
    },
  ],
];

describe.each([
  ["light", { colorScheme: "light", viewport: { width: 1280, height: 900 } }],
  ["dark, on a phone", { colorScheme: "dark", viewport: { width: 360, height: 740 }, hasTouch: true }],
] as const)("in %s", (_, options) => {
  test.each(states)("axe finds nothing wrong in a notebook %s", async (_name, enter) => {
    await withNotebook(
      site,
      notebook,
      async (page) => {
        await enter(page);
        await settled(page);
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
