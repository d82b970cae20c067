import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/notebook/commands.ts";
import reference from "../../src/stdlib/reference.json" with { type: "json" };
import type { ReferenceName } from "../../src/stdlib/reference-entry.ts";
import { settled } from "./support/notebook.ts";
import { cells, lessonPath, open, told } from "./support/open-notebook.ts";
import { useSite } from "./support/site.ts";

const site = useSite();
const names = reference as unknown as ReferenceName[];
const shown = (page: Page) =>
  page.locator(".etude-name:visible:not([data-only-inside]) > :is(h3, h4) > code").allTextContents();

describe("the page of all names", () => {
  test("is complete without JavaScript, and every address of the reference is on it", async () => {
    await site.withPage(
      "reference/",
      async (page) => {
        expect(await shown(page)).toEqual(expect.arrayContaining(names.map(({ name }) => name)));
        expect(await page.getByLabel("Find a name").isVisible()).toBe(false);
        const urls = (entries: readonly { url?: string; members?: ReferenceName["members"] }[]): string[] =>
          entries.flatMap(({ url = "", members = [] }) => [
            url.slice(url.indexOf("#") + 1),
            ...urls(members),
          ]);
        const ids = new Set(await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id)));
        expect(urls(names).filter((id) => !ids.has(id))).toEqual([]);
      },
      { javaScriptEnabled: false },
    );
  });

  test("leaves what is looked for, says how many, and goes to the first with Enter", async () => {
    await site.withPage("reference/", async (page) => {
      const box = page.getByLabel("Find a name");
      await box.fill("rolloff");
      expect(await shown(page)).toEqual(["music.spectralRolloff"]);
      const status = page.locator("[data-part='reference-filter'] output");
      expect(await status.textContent()).toBe("1 name");
      await box.press("Enter");
      expect(new URL(page.url()).hash).toBe("#music.spectralRolloff");
      await box.fill("zzz");
      expect(await shown(page)).toEqual([]);
      expect(await status.textContent()).toBe("Nothing is called that. Try a shorter word.");
    });
  });

  test("shows a name that a link leads to, although the box has hidden it", async () => {
    await site.withPage("reference/", async (page) => {
      await page.getByLabel("Find a name").fill("slider");
      await page.evaluate("location.hash = '#music.stft'");
      await page.locator("[id='music.stft']").waitFor();
      expect(await page.getByLabel("Find a name").inputValue()).toBe("");
    });
  });

  test("fits a phone, with a target large enough for a finger", async () => {
    await site.withPage(
      "reference/",
      async (page) => {
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
        const box = await page.getByLabel("Find a name").boundingBox();
        expect(box!.height).toBeGreaterThanOrEqual(44);
      },
      { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
    );
  });
});

test("the help has every command, by its keys or by its name", async () => {
  await site.withPage("help/", async (page) => {
    const text = await page.locator(".etude-help").innerText();
    expect(commands.map(({ title }) => title).filter((title) => !text.includes(title))).toEqual([]);
    expect(await page.locator(".etude-keys kbd").allTextContents()).toContain("Ctrl+Enter");
  });
});

test("the help shows a Mac its own keys", async () => {
  await site.withPage("index.html", async (page) => {
    await page.addInitScript("Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' })");
    await page.goto(site.url("help/"));
    await page.getByText("⌘ Enter", { exact: true }).waitFor();
    expect(await page.getByText("On a Mac, press").isVisible()).toBe(false);
  });
});

/** Examples by the path of their name; what needs a file of the reader's is left out. */
const examples = names
  .flatMap((entry): [string, string | undefined][] => [
    [entry.name, entry.example],
    ...(entry.kind === "namespace" ? (entry.members ?? []) : []).map(
      (member): [string, string | undefined] => [`${entry.name}.${member.name}`, member.example],
    ),
  ])
  .filter(([path, example]) => example && path !== "FileAttachment") as [string, string][];

test("every example of the reference runs as a cell", { timeout: 400_000 }, async () => {
  await site.withPage(lessonPath, async (page, seen) => {
    const failed: string[] = [];
    for (const [path, example] of examples) {
      await open(page, cells(["example", example]));
      await settled(page);
      const { state, error } = await told(page, "example");
      if (state !== "fulfilled") failed.push(`${path}: ${state} ${error?.message ?? ""}`);
    }
    expect(failed).toEqual([]);
    expect(seen.errors).toEqual([]);
  });
});
