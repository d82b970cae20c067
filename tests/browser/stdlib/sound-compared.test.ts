import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { useGallery } from "../support/gallery.ts";
import { tapSound } from "../support/tap-sound.ts";

const { withGallery } = useGallery("none");

const radio = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
const label = (page: Page, name: string) => page.locator(".etude-segments label", { hasText: name });
const rms = (y: readonly number[]) => Math.sqrt(y.reduce((sum, sample) => sum + sample ** 2, 0) / y.length);
const decibels = (ratio: number) => 20 * Math.log10(ratio);

/** A comparison of sounds given as code, with `tone(hz, level)` for ten seconds of a sine. */
const addComparison = (page: Page, sounds: string, options = "{}") =>
  page.evaluate(`
    const tone = (hz, level, sr = 44100) =>
      ({ y: Float32Array.from({ length: 10 * sr }, (_, i) => level * Math.sin((2 * Math.PI * hz * i) / sr)), sr });
    const sound = stdlib.createSound();
    sound.volume = 1;
    const tools = stdlib.soundToolsFor(sound);
    document.querySelector("main").prepend(tools.compareSounds(${sounds}, ${options}));
    undefined;
  `);

test("of a soft and a loud sound, both are heard equally loud, and a change has no click", async () => {
  await withGallery(async (page) => {
    const heard = await tapSound(page);
    await addComparison(page, "{ soft: tone(441, 0.02), loud: tone(441, -0.9) }");
    await page.getByRole("button", { name: "Play soft and loud" }).click();
    await heard.atLeast(0.5);
    const soft = await heard.last(0.3);
    const before = await heard.seconds();
    await label(page, "loud").click();
    await heard.atLeast(before + 0.5);
    const loud = await heard.last(0.3);
    // Half a decibel is what the best ears tell apart.
    expect(Math.abs(decibels(rms(soft) / rms(loud)))).toBeLessThan(0.5);
    // −18 LUFS: a sine of 0 dB has −3.01 LUFS at 1 kHz, and 0.2 to 0.5 less at 441 Hz.
    expect(decibels(rms(loud) * Math.SQRT2)).toBeGreaterThan(-15.5);
    expect(decibels(rms(loud) * Math.SQRT2)).toBeLessThan(-14);
    const all = await heard.since(before - 0.1);
    const step = all.reduce((most, y, i) => (i ? Math.max(most, Math.abs(y - all[i - 1]!)) : most), 0);
    // The sines are opposite: a bare change would jump by up to twice their amplitude. Each steps by at most its slope,
    // and the change, with a time constant of 4 ms, by at most another hundredth of their difference.
    const amplitude = rms(loud) * Math.SQRT2;
    const slope = (2 * Math.PI * 441) / heard.sr;
    expect(step).toBeLessThan(1.02 * amplitude * (slope + 2 / (0.004 * heard.sr)));
  });
});

test("both run on together: a change comes at the same place", async () => {
  await withGallery(async (page) => {
    const heard = await tapSound(page);
    const ramp = "{ y: Float32Array.from({ length: 80000 }, (_, i) => i / 100000), sr: 8000 }";
    const falling = "{ y: Float32Array.from({ length: 80000 }, (_, i) => -i / 100000), sr: 8000 }";
    await addComparison(page, `{ up: ${ramp}, down: ${falling} }`, "{ matched: false }");
    await page.getByRole("button", { name: "Play up and down" }).click();
    await heard.atLeast(0.4);
    const before = await heard.seconds();
    await label(page, "down").click();
    await heard.atLeast(before + 0.4);
    const y = await heard.since(0);
    const start = y.findIndex((sample) => sample > 0);
    // 0.08 a second, up and down alike: the place is that of the time, to within 5 ms, before and after the change.
    for (const i of [Math.round(0.3 * heard.sr) + start, y.length - 200]) {
      const place = Math.abs(y[i]!) / 0.08;
      expect(Math.abs(place - (i - start) / heard.sr)).toBeLessThan(0.005);
    }
    expect(y.at(-200)).toBeLessThan(0);
  });
});

test("a blind comparison hides the names until one asks, and has the same order for the same seed", async () => {
  await withGallery(async (page) => {
    await addComparison(
      page,
      "{ flute: tone(440, 0.1), oboe: tone(660, 0.1), horn: tone(880, 0.1) }",
      "{ blind: true, seed: 3 }",
    );
    const words = async () => (await page.locator(".etude-segments label").allTextContents()).join(", ");
    expect(await words()).toBe("Sound 1, Sound 2, Sound 3");
    await page.getByRole("button", { name: "Show which is which" }).click();
    const shown = await words();
    expect(shown).toMatch(/^Sound 1: (flute|oboe|horn), Sound 2: /);
    expect(shown).not.toBe("Sound 1: flute, Sound 2: oboe, Sound 3: horn");
    await addComparison(
      page,
      "{ flute: tone(440, 0.1), oboe: tone(660, 0.1), horn: tone(880, 0.1) }",
      "{ blind: true, seed: 3 }",
    );
    await page.getByRole("button", { name: "Show which is which" }).first().click();
    expect((await words()).startsWith(shown)).toBe(true);
  });
});

test("the keys choose, and no cell is told", async () => {
  await withGallery(async (page) => {
    await addComparison(page, "{ a: tone(440, 0.1), b: tone(660, 0.1) }");
    await page.evaluate(
      `document.querySelector("main").addEventListener("input", () => { window.told = true; }); undefined`,
    );
    await radio(page, "a").focus();
    await page.keyboard.press("ArrowRight");
    expect(await radio(page, "b").isChecked()).toBe(true);
    expect(await page.evaluate("window.told")).toBeUndefined();
  });
});

test("what cannot be compared is refused", async () => {
  await withGallery(async (page) => {
    const refused = [
      ["{ a: tone(440, 0.1) }", "there must be 2 to 8 sounds, each with its name, but there are 1."],
      ["{ a: tone(440, 0.1), b: null }", "compareSounds: b: There is no sound here, but null"],
      ["[tone(440, 0.1), tone(440, 0.1)]", "takes its settings by name, in braces, such as {before: clip"],
    ] as const;
    for (const [sounds, message] of refused) {
      await expect(addComparison(page, sounds)).rejects.toThrow(message);
    }
  });
});
