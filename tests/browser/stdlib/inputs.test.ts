import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useGallery } from "../support/gallery.ts";

const { withGallery } = useGallery("live", "inputs");

describe("a slider", () => {
  test("is named by its label, shows its value with its unit, and says it", async () => {
    await withGallery(async (page) => {
      const slider = page.getByRole("slider", { name: "k", exact: true });
      expect(await slider.getAttribute("aria-valuetext")).toBe("15 neighbours");
      expect(await page.locator(".etude-slider output").first().textContent()).toBe("15 neighbours");
    });
  });

  test("fires input events that bubble when a key moves it, and has the new value by then", async () => {
    await withGallery(async (page) => {
      await page.evaluate(`
        const element = stdlib.slider("depth", [1, 14], { value: 3 });
        window.values = [];
        element.addEventListener("input", () => values.push(element.value));
        document.querySelector("main").append(element);
      `);
      const range = page.getByRole("slider", { name: "depth" });
      await range.press("ArrowRight");
      await range.press("End");
      expect(await page.evaluate("values")).toEqual([4, 14]);
    });
  });

  test("takes a value that is set, in silence: the nearest there is; and ignores what is no number", async () => {
    await withGallery(async (page) => {
      const seen = await page.evaluate(`
        const element = stdlib.slider("k", [1, 121], { values: [1, 3, 7, 15, 121], value: 7 });
        let events = 0;
        element.addEventListener("input", () => events++);
        [14, 9999, NaN, "3", undefined].map((value) => {
          element.value = value;
          return [element.value, element.querySelector("output").textContent, events];
        });
      `);
      expect(seen).toEqual([
        [15, "15", 0],
        [121, "121", 0],
        [121, "121", 0],
        [121, "121", 0],
        [121, "121", 0],
      ]);
    });
  });

  test("shows 0 with its unit", async () => {
    await withGallery(async (page) => {
      const text = await page.evaluate(`
        const element = stdlib.slider("shift", [-5, 5], { value: 0, step: 1, unit: "semitones" });
        element.querySelector("output").textContent;
      `);
      expect(text).toBe("0 semitones");
    });
  });
});

describe("a choice", () => {
  test("of few is a named group of radio buttons that arrow keys move through", async () => {
    await withGallery(async (page) => {
      const group = page.getByRole("group", { name: "Split" });
      await group.getByRole("radio", { name: "random" }).press("ArrowRight");
      expect(await group.getByRole("radio", { name: "leave one kit out" }).isChecked()).toBe(true);
      expect(
        await page
          .locator(".etude-choice")
          .first()
          .evaluate((form) => (form as never as { value: string }).value),
      ).toBe("leave one kit out");
    });
  });

  test("of many is a menu with the same value and the same events", async () => {
    await withGallery(async (page) => {
      const menu = page.getByRole("combobox", { name: "Feature" });
      await menu.evaluate((select) => {
        const form = select.closest<HTMLFormElement & { value: string }>("form")!;
        form.addEventListener("input", () => form.setAttribute("data-seen", form.value));
      });
      await menu.selectOption("decay");
      expect(await page.locator("[data-seen]").getAttribute("data-seen")).toBe("decay");
    });
  });

  test("keeps its options' own type, and ignores a value that is no option", async () => {
    await withGallery(async (page) => {
      const seen = await page.evaluate(`
        const element = stdlib.choice("folds", [3, 5, 10], { value: 5, format: (n) => n + " folds" });
        element.value = 7;
        const kept = element.value;
        element.value = 10;
        [kept, element.value, element.textContent];
      `);
      expect(seen).toEqual([5, 10, "folds3 folds5 folds10 folds"]);
    });
  });

  test("stands apart from another choice on the page", async () => {
    await withGallery(async (page) => {
      const values = await page.evaluate(`
        const [a, b] = [stdlib.choice("a", ["x", "y"]), stdlib.choice("b", ["x", "y"], { value: "y" })];
        document.querySelector("main").append(a, b);
        a.value = "y";
        b.value = "x";
        [a.value, b.value];
      `);
      expect(values).toEqual(["y", "x"]);
    });
  });
});

describe("a stepper", () => {
  /** Puts one on the page whose clock stands still: `tick()` lets its time go by once. */
  const put = `
    const timers = new Map();
    window.setInterval = (call) => (timers.set(timers.size + 1, call), timers.size);
    window.clearInterval = (id) => timers.delete(id);
    window.tick = () => [...timers.values()].forEach((call) => call());
    window.waiting = () => timers.size;
    window.shown = stdlib.stepper("Step", 3);
    window.values = [];
    shown.addEventListener("input", () => values.push(shown.value));
    document.querySelector("main").append(shown);
  `;

  test("goes on, back, and by itself to its end, and tells each step as a slider does", async () => {
    await withGallery(async (page) => {
      await page.evaluate(put);
      const button = (name: string) => page.getByRole("button", { name, exact: true });
      const values = () => page.evaluate("values");
      expect(await button("Back").isDisabled()).toBe(true);
      await button("Step").click();
      await button("Step").click();
      await button("Back").click();
      expect(await values()).toEqual([1, 2, 1]);
      await button("Play").click();
      expect(await values()).toEqual([1, 2, 1, 2]);
      await page.evaluate("tick()");
      expect(await values()).toEqual([1, 2, 1, 2, 3]);
      expect(await page.evaluate("waiting()")).toBe(0);
      expect(await button("Step").isDisabled()).toBe(true);
      expect(await page.locator(".etude-stepper output").textContent()).toBe("3 of 3");
      // At the end, Play begins again.
      await button("Play").click();
      expect(await page.evaluate("shown.value")).toBe(0);
    });
  });

  test.each([
    ["it is told to", `shown.querySelectorAll("button")[2].click()`],
    ["it is moved by hand", `shown.querySelector("input").dispatchEvent(new Event("pointerdown"))`],
    ["it has left the page", "shown.remove()"],
  ])("plays no further when %s", async (_when, end) => {
    await withGallery(async (page) => {
      await page.evaluate(put);
      await page.getByRole("button", { name: "Play", exact: true }).click();
      await page.evaluate(`${end}; tick(); tick();`);
      expect(await page.evaluate("[values, waiting()]")).toEqual([[1], 0]);
    });
  });
});

describe("a pipeline with folds", () => {
  const put = `
    window.shown = stdlib.foldPipeline("Pipeline", ["choose", "scale"], { folds: 3 });
    window.values = [];
    shown.addEventListener("input", () => values.push(shown.value.join("+")));
    document.querySelector("main").prepend(shown);
  `;
  const values = (page: Page) => page.evaluate("values");
  const step = (page: Page, name: string) =>
    page.getByRole("group", { name: "Pipeline" }).first().getByRole("switch", { name });

  test("lets a key move a step into the folds and back, and keeps the keyboard on it", async () => {
    await withGallery(async (page) => {
      await page.evaluate(put);
      const choose = step(page, "choose");
      expect(await choose.getAttribute("aria-checked")).toBe("false");
      await choose.press("ArrowRight");
      // Asked before the next key, which would put the keyboard there.
      expect(await choose.evaluate((chip) => chip === document.activeElement)).toBe(true);
      await choose.press("ArrowRight");
      expect(await choose.getAttribute("aria-checked")).toBe("true");
      expect(await page.locator('[data-place="inside"]').first().textContent()).toContain(
        "In each of 3 folds",
      );
      await step(page, "scale").press("Enter");
      await choose.press("ArrowUp");
      // Together again, they stand in the order in which they happen.
      await choose.press(" ");
      expect(await values(page)).toEqual(["choose", "choose+scale", "scale", "choose+scale"]);
    });
  });

  test("lets a step be dragged across; let go elsewhere it goes back, and a tap moves it, too", async () => {
    await withGallery(async (page) => {
      await page.evaluate(put);
      const middle = async (selector: string) => {
        const box = (await page.locator(selector).first().boundingBox())!;
        return [box.x + box.width / 2, box.y + box.height / 2] as const;
      };
      const chip = '[role="switch"][aria-label^="choose"]';
      const drag = async (x: number, y: number) => {
        await page.mouse.move(...(await middle(chip)));
        await page.mouse.down();
        await page.mouse.move(x - 20, y, { steps: 3 });
        await page.mouse.move(x, y);
        await page.mouse.up();
        await page.evaluate("Promise.all(document.getAnimations().map(({finished}) => finished))");
      };
      const [, below] = await middle('[data-place="inside"]');
      await drag(600, below + 300);
      expect(await values(page)).toEqual([]);
      await drag(...(await middle('[data-place="inside"]')));
      expect(await values(page)).toEqual(["choose"]);
      await step(page, "choose").click();
      expect(await values(page)).toEqual(["choose", ""]);
    });
  });

  test("takes a value that is set, in silence, and ignores what is no step", async () => {
    await withGallery(async (page) => {
      await page.evaluate(put);
      const seen = await page.evaluate(`
        [["scale"], ["tune", "choose"], "scale", null].map((value) => {
          shown.value = value;
          return shown.value.join("+");
        });
      `);
      expect(seen).toEqual(["scale", "choose", "choose", "choose"]);
      expect(await values(page)).toEqual([]);
    });
  });
});
