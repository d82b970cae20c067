import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { readPage } from "../../../scripts/lib/links.ts";
import { siteFolder } from "../../../scripts/lib/site-folder.ts";
import { pageIdOf, referencePages } from "../../../src/components/reference/reference-pages.ts";
import { commands } from "../../../src/notebook/commands.ts";
import reference from "../../../src/stdlib/reference.json" with { type: "json" };
import type { ReferenceName } from "../../../src/stdlib/reference-entry.ts";
import { settled } from "../support/notebook.ts";
import { cells, lessonPath, open, told } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();
const names = reference as unknown as ReferenceName[];
const pages = referencePages(names);
const shown = (page: Page) =>
  page.locator("[data-name]:visible").evaluateAll((all) => all.map((one) => one.getAttribute("data-name")));

type Addressed = { url?: string; members?: ReferenceName["members"] };
const addresses = (entries: readonly Addressed[]): string[] =>
  entries.flatMap(({ url = "", members = [] }) => [url, ...addresses(members)]);

test("every address of the reference is on its page", () => {
  const { folder } = siteFolder();
  const ids = new Map(
    pages.map(({ id }) => [
      id,
      readPage(readFileSync(join(folder, "reference", id, "index.html"), "utf8")).ids,
    ]),
  );
  const missing = addresses(names).filter(
    (url) => !ids.get(pageIdOf(url))?.has(url.slice(url.indexOf("#") + 1)),
  );
  expect(missing).toEqual([]);
});

describe("the index of all names", () => {
  test("is complete without JavaScript, with a link to each name", async () => {
    await site.withPage(
      "reference/",
      async (page) => {
        expect(await shown(page)).toEqual(expect.arrayContaining(names.map(({ name }) => name)));
        expect(await page.getByLabel("Find a name").isVisible()).toBe(false);
        await page.getByRole("link", { name: "music.yin", exact: true }).click();
        expect(page.url()).toBe(site.url("reference/music/pitch/#music.yin"));
        expect(await page.getByRole("heading", { name: "music.yin" }).isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });

  test("leaves what is looked for, says how many, and opens the best with Enter", async () => {
    await site.withPage("reference/", async (page) => {
      const box = page.getByLabel("Find a name");
      const status = page.locator("[data-part='reference-filter'] output");
      await box.fill("zzz");
      expect(await shown(page)).toEqual([]);
      expect(await status.textContent()).toBe("Nothing is called that. Try a shorter word.");
      await box.fill("rolloff");
      expect(await shown(page)).toEqual(["music.spectralRolloff"]);
      expect(await status.textContent()).toBe("1 name. Enter opens music.spectralRolloff.");
      await box.fill("stft");
      // It is neither the first on the page nor the only one.
      expect((await shown(page)).indexOf("music.stft")).toBeGreaterThan(0);
      await box.press("Enter");
      await page.waitForURL("**/reference/music/spectrum/#music.stft");
    });
  });

  test("finds the methods of a class", async () => {
    await site.withPage("reference/", async (page) => {
      await page.getByLabel("Find a name").fill("inertia");
      expect(await shown(page)).toContain("KMeans");
      await page.getByRole("link", { name: ".inertia", exact: true }).click();
      await page.waitForURL("**/reference/models/structure/#KMeans.inertia");
      expect(await page.locator("[id='KMeans.inertia']").isVisible()).toBe(true);
    });
  });

  test.each([
    ["music.stft", "reference/music/spectrum/#music.stft"],
    ["SVC.fit", "reference/models/linear/#SVC.fit"],
  ])("sends on what asks for %s, as when all names stood on it", async (name, place) => {
    await site.withPage(`reference/#${name}`, async (page) => {
      await page.waitForURL(`**/${place}`);
      expect(await page.locator(`[id='${name}']`).isVisible()).toBe(true);
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
