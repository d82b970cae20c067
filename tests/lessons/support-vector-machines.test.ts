import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { crossValidate, GroupKFold, Pipeline, StandardScaler, SVC } from "../../src/learn/index.ts";
import { comesAndGoes } from "../browser/support/comes-and-goes.ts";
import { cell, output, settled, settledCount } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import { choose, datasets, moveTo, onLesson, readValue } from "./support/lesson-page.ts";

const lesson = "learning/support-vector-machines/";
const site = useSite();
const golden = new URL("../golden/lessons/support-vector-machines/figures.json", import.meta.url);
const figures = JSON.parse(readFileSync(golden, "utf8"));

const drums = await datasets.load("drums");
const two = drums.select(["bassShare", "decay"]);
const rows = [...drums.y.keys()].filter((i) => ["snare", "tom"].includes(drums.y[i]!));
const Z = new StandardScaler().fitTransform(two.selectRows(rows));
const y = rows.map((i) => drums.y[i]!);

test("the strokes without a ring can go, those with one cannot, and C says how many there are", async () => {
  await onLesson(site, lesson, async (page) => {
    const play = output(page, "climbing").getByRole("button").first();
    await comesAndGoes(play, "aria-pressed", () => play.click());
    // Below the second tom the machine says tom, above it snare: so the text begins.
    expect(await readValue(page, "turn")).toBe(2);

    const caption = (id: string) => output(page, id).locator("figcaption");
    const ringed = new SVC({ kernel: "linear", C: 1 }).fit(Z, y).support.length;
    const rest = y.length - ringed;
    await cell(page, "lessStrokes").getByRole("button", { name: "Show without guessing" }).click();
    await choose(page, "keepChoice", "only the ringed");
    expect(await caption("lessStrokes").textContent()).toContain(
      `${ringed} support vectors of ${ringed} samples`,
    );
    expect(await caption("lessStrokes").textContent()).toContain(`Pale: ${rest} that were taken away`);
    expect(await readValue<number>(page, "switched")).toBe(0);
    // Both are solved to 0.001.
    expect(await readValue<number>(page, "moved")).toBeLessThan(0.005);
    await choose(page, "keepChoice", "all but ringed toms");
    expect(await caption("lessStrokes").textContent()).toContain("Pale: 16 that were taken away");
    expect(await readValue<number>(page, "moved")).toBeGreaterThan(1);
    expect(await readValue<number>(page, "switched")).toBe(10);

    // A point is taken away by a key, and all come back by the button.
    await choose(page, "keepChoice", "all");
    let before = await settledCount(page);
    const picker = output(page, "lessStrokes").locator(".etude-picker");
    await picker.focus();
    await picker.press("Enter");
    await settled(page, { after: before });
    expect(await readValue<number>(page, "without", "value.length")).toBe(1);
    before = await settledCount(page);
    await output(page, "giveBackButton").getByRole("button").click();
    await settled(page, { after: before });
    expect(await readValue<number>(page, "without", "value.length")).toBe(0);

    expect(await readValue(page, "supports")).toEqual(
      figures.linear.map(({ support }: { support: number[] }) => support.length),
    );
    for (const [step, { C, support }] of [...figures.linear.entries()].filter(([i]) => i % 8 === 0)) {
      await moveTo(page, "cSlider", step);
      expect(await caption("pricedMap").textContent(), `C = ${C}`).toContain(`Ringed: ${support.length} `);
    }
    const numbers = await page.locator("etude-inline").allInnerTexts();
    for (const step of [0, 4, 8]) expect(numbers).toContain(figures.linear[step].score.toFixed(2));
    const { flat, lifted } = figures.lift;
    for (const score of [flat, lifted, ...figures.moods.linear, figures.moods.bare]) {
      expect(numbers).toContain(score.toFixed(2));
    }
    const scores = await readValue(page, "search", "value.cvResults.map((row) => row.meanTestScore)");
    expect(scores).toEqual(figures.search.map((score: number) => expect.closeTo(score, 12)));
  });
});

test("with a large γ and C the map breaks into islands that can be heard; a few answers make a playlist", async () => {
  const metal = [...drums.y.keys()].filter((i) => ["hi-hat", "cymbal"].includes(drums.y[i]!));
  const X = drums.select(["brightness", "level100"]).selectRows(metal);
  const [labels, groups] = [drums.y, drums.groups].map((of) => metal.map((i) => of[i]!)) as [
    string[],
    string[],
  ];
  await onLesson(site, lesson, async (page) => {
    const corner = async (C: number, gamma: number, heard: number) => {
      const svc = new Pipeline([
        ["scale", new StandardScaler()],
        ["svc", new SVC({ C, gamma })],
      ]);
      const asked = crossValidate(svc, X, labels, { cv: new GroupKFold({ nSplits: 5 }), groups });
      const shown = await readValue(page, "bentTest", "[value.trainScore, value.pooled.score]");
      expect(shown).toEqual([asked.trainScore, asked.pooled.score]);
      const known = figures.corners.find((each: { C: number }) => each.C === C);
      expect(await readValue(page, "byHeart")).toEqual(known.byHeart);
      expect(await output(page, "islands").locator("tbody tr").count()).toBe(heard);
    };
    await corner(1, 5, 0);
    const calm = await output(page, "metalMap").locator(".etude-drawing svg").innerHTML();
    await moveTo(page, "priceSlider", 6);
    await moveTo(page, "gammaSlider", 8);
    await corner(100, 50, 5);
    expect(await output(page, "metalMap").locator(".etude-drawing svg").innerHTML()).not.toBe(calm);
    const island = output(page, "islands").locator("tbody tr").first().getByRole("button");
    await comesAndGoes(island, "aria-pressed", () => island.click());

    const press = async (name: string) => {
      const before = await settledCount(page);
      await output(page, "votesInput").getByRole("button", { name, exact: true }).click();
      await settled(page, { after: before });
    };
    const list = output(page, "playlist").locator("tbody tr");
    expect(await list.count()).toBe(17);
    expect(await list.first().textContent()).toContain("latin");
    await press("yes: Corner Table");
    expect(await list.count()).toBe(16);
    await press("no: Tin Roof");
    await press("no: Winter Ball");
    expect(await output(page, "playlist").textContent()).toContain("no to another");
    await press("no: Winter Ball");
    expect(await list.count()).toBe(17);

    for (const marks of [1, 8]) {
      await moveTo(page, "marksSlider", marks);
      const { svm, chance } = await readValue<{ svm: number; chance: number }>(page, "hits");
      // More than twice as many as at random, with few marks and with many: the text has three to four times.
      expect(svm, `${marks} marks`).toBeGreaterThan(2 * chance);
    }
    expect(await cell(page, "songs").getAttribute("data-state")).toBe("idle");
  });
});
