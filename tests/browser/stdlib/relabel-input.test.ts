import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useGallery } from "../support/gallery.ts";

const { withGallery } = useGallery("live", "relabel");

const setUp = (page: Page, options = "{}") =>
  page.evaluate(`
    const rows = [
      { name: "Ride (Custom)", label: "tom", note: "a kit", mark: "tom" },
      { name: "hat_snap", label: "snare" },
      { name: "bd_boom", label: "kick" },
    ];
    const element = stdlib.relabelInput(rows, { labels: ["kick", "snare", "tom", "cymbal"], ...${options} });
    element.id = "tried";
    window.tried = element;
    window.seen = [];
    for (const type of ["input", "change"]) {
      element.addEventListener(type, () => seen.push(type + " " + element.value.join(" ")));
    }
    document.querySelector("main").replaceChildren(element);
  `);

const value = (page: Page) => page.evaluate("tried.value");

test("a label is changed by keyboard, says what it was, and goes back", async () => {
  await withGallery(async (page) => {
    await setUp(page);
    const menu = page.getByRole("combobox", { name: "What Ride (Custom) is" });
    await menu.focus();
    await page.keyboard.type("cym");
    await page.keyboard.press("Tab");
    expect(await value(page)).toEqual(["cymbal", "snare", "kick"]);
    expect(new Set(await page.evaluate<string[]>("seen"))).toEqual(
      new Set(["input cymbal snare kick", "change cymbal snare kick"]),
    );
    expect(await page.getByRole("status").textContent()).toBe("1 label is changed.");
    const back = page.getByRole("button", { name: "Back to tom: Ride (Custom)" });
    expect(await back.innerText()).toMatch(/^was tom/);
    // Tab has brought us to it.
    await page.keyboard.press("Enter");
    expect(await value(page)).toEqual(["tom", "snare", "kick"]);
    expect(await page.evaluate("seen.at(-1)")).toBe("change tom snare kick");
    expect(await back.isVisible()).toBe(false);
    expect(await menu.evaluate((node) => node === document.activeElement)).toBe(true);
  });
});

test("all changes are undone at once, and the button rests while there are none", async () => {
  await withGallery(async (page) => {
    await setUp(page);
    const undo = page.getByRole("button", { name: "Undo all" });
    expect(await undo.isDisabled()).toBe(true);
    await page.getByRole("combobox", { name: "What Ride (Custom) is" }).selectOption("cymbal");
    await page.getByRole("combobox", { name: "What bd_boom is" }).selectOption("tom");
    expect(await page.getByRole("status").textContent()).toBe("2 labels are changed.");
    await undo.click();
    expect(await value(page)).toEqual(["tom", "snare", "kick"]);
    expect(await page.evaluate("seen.at(-1)")).toBe("change tom snare kick");
    expect(await page.getByRole("status").textContent()).toBe("No label is changed.");
  });
});

test("labels that are set are shown in silence; those that cannot be are ignored", async () => {
  await withGallery(async (page) => {
    await setUp(page);
    const read = await page.evaluate(`
      [["cymbal", "snare", "kick"], ["cymbal", "snare"], ["drum", "snare", "kick"], "tom", undefined].map((labels) => {
        tried.value = labels;
        return tried.value.join(" ");
      });
    `);
    expect(read).toEqual(new Array(5).fill("cymbal snare kick"));
    expect(await page.evaluate("seen")).toEqual([]);
    expect(await page.getByRole("combobox", { name: "What Ride (Custom) is" }).inputValue()).toBe("cymbal");
  });
});

test("rows stand in the given order, a page at a time, and the value keeps the order of the rows", async () => {
  await withGallery(async (page) => {
    await setUp(page, "{ order: [2, 0, 1], pageRows: 2 }");
    const names = () => page.locator("#tried .etude-relabel-name > span").allTextContents();
    expect(await names()).toEqual(["bd_boom", "Ride (Custom)"]);
    expect(await page.locator("#tried mark").textContent()).toBe("tom");
    await page.getByRole("button", { name: "Show 1 more of 3" }).click();
    expect(await names()).toEqual(["bd_boom", "Ride (Custom)", "hat_snap"]);
    const last = page.getByRole("combobox", { name: "What hat_snap is" });
    expect(await last.evaluate((node) => node === document.activeElement)).toBe(true);
    await last.selectOption("cymbal");
    expect(await value(page)).toEqual(["tom", "cymbal", "kick"]);
  });
});

test("a row that can be heard has its button, and one that cannot says so", async () => {
  await withGallery(async (page) => {
    await setUp(
      page,
      `{ play: (i) => (i === 1 ? Object.assign(document.createElement("button"), { textContent: "play" }) : null) }`,
    );
    const cells = page.locator("#tried .etude-relabel-play");
    expect(await cells.allTextContents()).toEqual(["no sound", "play", "no sound"]);
  });
});

test("nothing is cut at 320 pixels, however long a name is", async () => {
  await withGallery(async (page) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(`
      const name = "Hi-Hat_Semiopen_(Paiste_Alpha_Metal_edge_14_inches)";
      const element = stdlib.relabelInput([{ name, label: "hi-hat" }], { labels: ["hi-hat", "none of these"] });
      element.value = ["none of these"];
      document.querySelector("main").replaceChildren(element);
    `);
    const wide = await page.evaluate("document.documentElement.scrollWidth");
    expect(wide).toBeLessThanOrEqual(320);
  });
});
