import { expect, test } from "vitest";
import { tone, writeWav } from "../../../src/music/index.ts";
import { output } from "../support/notebook.ts";
import { cells, told, value, withNotebook } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

const notebook = cells(
  ["tune", 'const tune = music.melody(["C4", "E4", "G4", "C5"], {bpm: 240});'],
  ["heard", "const heard = await sound.render(tune, {sr: 22050});"],
  ["clicked", "const clicked = await sound.withClicks(tune, [0, 0.25, 0.5, 0.75]);"],
  ["player", 'play({notes: tune, instrument: "pluck"}, {label: "tune"})'],
  ["compare", "compareSounds({tune, clicked})"],
  ["take", 'const take = view(recordSound({seconds: 5, label: "your voice"}));'],
  ["length", "const length = take === null ? 0 : take.y.length / take.sr;"],
  ["save", 'sound.downloadButton(tune, "tune.mid")'],
);

test("cells render, compare, record and save sounds, and the recorder's value is theirs", async () => {
  await withNotebook(site, notebook, async (page) => {
    for (const id of ["tune", "heard", "clicked", "player", "compare", "take", "length", "save"]) {
      expect([id, await told(page, id)]).toEqual([id, { state: "fulfilled", error: null }]);
    }
    expect(await value(page, "length")).toBe(0);
    const file = {
      name: "a.wav",
      mimeType: "audio/wav",
      buffer: Buffer.from(writeWav(tone(440, { sr: 8000, duration: 1 }), { sr: 8000 })),
    };
    await output(page, "take").getByLabel("Take a sound file").setInputFiles(file);
    await expect.poll(() => value(page, "length")).toBeCloseTo(1, 3);
    await output(page, "compare").getByRole("button", { name: "Play tune and clicked" }).click();
    const play = output(page, "compare").locator(".etude-play");
    await expect.poll(() => play.getAttribute("aria-pressed"), { timeout: 10_000 }).toBe("true");
    // The page's own stop ends it.
    await page.getByRole("button", { name: "Stop the sound" }).click();
    await expect.poll(() => play.getAttribute("aria-pressed")).toBe("false");
  });
});
