import { expect, test } from "vitest";
import { cell, output, settled, settledCount } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import golden from "../golden/lessons/feature-selection/figures.json" with { type: "json" };
import { choose, moveTo, onLesson, readValue } from "./support/lesson-page.ts";

const site = useSite();
const lesson = "generalising/feature-selection/";
const ms = [1, 2, 3, 5, 8, 12, 15, 18, 20, 25, 30, 40, 60, 80, 120, 171];
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

test("breath, dice, the hump and the p-values show what the text says of them", async () => {
  await onLesson(site, lesson, async (page) => {
    const inline = () => page.locator("etude-inline").allInnerTexts();
    const caption = (id: string) => output(page, id).locator("caption, figcaption").first().textContent();

    // Contrast 5 parts all sixty notes; brightness does not. The pair that differs most is heard first.
    const parted = async () => {
      const values = await readValue<number[]>(page, "sixty", "value.map(Number)");
      const column = await readValue<number[]>(page, "column", "Array.from(value)");
      const names = await readValue<string[]>(page, "windY");
      const of = (name: string) => values.map((i) => column[i]!).filter((_, k) => names[k] === name);
      return Math.min(...of("clarinet")) > Math.max(...of("flute"));
    };
    // The answer of the first question is not the one that is chosen before it.
    expect(await parted()).toBe(false);
    const before = await settledCount(page);
    await cell(page, "featureChoice").locator("select").selectOption({ label: "contrast 5" });
    await settled(page, { after: before });
    expect(await readValue<number>(page, "f")).toBeCloseTo(golden.copies.contrast5, 6);
    expect(await parted()).toBe(true);
    expect(await output(page, "pairs").innerText()).toMatch(/most: flute.*23\.4 dB.*50\.5 dB.*least/s);

    // A hundred columns of dice take away what twenty chosen ones bring back.
    const drowned = await readValue<number[]>(page, "drowned");
    const { measured, noisy, chosen } = golden.collections.Fluid;
    expect([drowned[0], drowned.at(-1)]).toEqual([measured, noisy]);
    const points = () =>
      readValue<{ value: number; validationScore: number }[]>(page, "curve", "value.points");
    const known = await points();
    expect(known.map(({ value }) => value)).toEqual(ms);
    for (const [i, scores] of golden.chosen.curve.entries()) {
      expect(known[i]!.validationScore).toBeCloseTo(mean(scores), 9);
    }
    for (const said of [measured, noisy, chosen]) expect(await inline()).toContain(said.toFixed(2));
    await moveTo(page, "mSettings", ms.indexOf(20));
    expect(await caption("bars")).toContain("The first 20 are kept, 0 planted among them");
    expect(await caption("mFigure")).toContain("columns kept\u00a0=\u00a020 with 0.89");

    const coins = await readValue<{ outside: number; inside: number }[]>(page, "byCoin");
    expect(coins.map(({ outside }) => outside)).toEqual(golden.coins.map(({ outside }) => outside));
    expect(mean(coins.map(({ inside }) => inside))).toBeLessThan(0.5);

    for (const [thrown, passed] of [
      [18, 1],
      [8, 11],
    ] as const) {
      await moveTo(page, "throwSlider", thrown);
      expect(await caption("pStrip")).toContain(`${passed} of 100 planted columns have p < 0.05`);
    }
  });
});

test("penalty, copies, cost, moods and marks show what the text says of them", async () => {
  await onLesson(site, lesson, async (page) => {
    const caption = (id: string) => output(page, id).locator("caption").first().textContent();

    // No dice among twenty, whoever chooses them.
    const kept = () => readValue<number[]>(page, "kept20");
    expect((await kept()).every((j) => j < 71)).toBe(true);
    await choose(page, "wayChoice", "a forest");
    expect((await kept()).every((j) => j < 71)).toBe(true);
    expect(await readValue<number>(page, "byWay", "value.pooled.score")).toBeGreaterThan(0.8);

    const Cs = [0.05, 0.1, 0.2, 0.3, 1, 10];
    expect(await caption("lassoBars")).toContain("22 measured and 0 planted columns stay");
    await moveTo(page, "cSlider", Cs.indexOf(0.3));
    expect(await caption("lassoBars")).toContain("37 measured and 19 planted columns stay");
    const lassoScores = await readValue<number[]>(
      page,
      "lassoCurve",
      "value.points.map((p) => p.validationScore)",
    );
    expect(lassoScores[1]).toBeCloseTo(0.51, 2);
    expect(Math.max(...lassoScores)).toBe(lassoScores[3]);
    expect(lassoScores[3]).toBeCloseTo(0.84, 2);

    // One copy, and bass share is in front; as measured, attack has hardly a weight.
    const weights = () => readValue<number[]>(page, "weights");
    expect((await weights())[0]).toBeCloseTo(1.47, 2);
    await moveTo(page, "copySettings", 1);
    const shared = await weights();
    expect([shared[0], shared[5]]).toEqual([expect.closeTo(0.853, 3), expect.closeTo(0.853, 3)]);
    expect(Math.max(...shared)).toBe(shared[4]);
    await choose(page, "copySettings", "units as measured");
    expect((await weights())[2]).toBeLessThan(0.01);

    // Cheap columns, the best set, and nothing gained beyond it.
    const bought = () => readValue<number>(page, "bought", "value.score");
    expect(await bought()).toBeCloseTo(0.58, 2);
    await moveTo(page, "budgetSlider", 4);
    expect(await bought()).toBeCloseTo(0.8, 9);
    await moveTo(page, "budgetSlider", 5);
    expect(await bought()).toBeCloseTo(0.8, 9);

    // Moods let sixteen dice in, and as many as drums would from sixteen strokes.
    expect(await caption("moodBars")).toContain(`${golden.mood.intruders} planted among them`);
    expect(await readValue(page, "stableMood")).toBe(golden.mood.inAll);
    expect(await readValue(page, "stableDrums")).toBe(golden.drums.inAll);
    expect(await readValue(page, "lots")).toEqual(golden.mood.lots);
    const shares = await readValue<{ x: number[]; y: number[] }[]>(page, "diceShares");
    const ofDrums = (n: number) => shares[0]!.y[shares[0]!.x.indexOf(n)]!;
    expect(ofDrums(16)).toBeGreaterThanOrEqual(shares[1]!.y.at(-1)!);
    expect(ofDrums(147)).toBeLessThan(0.03);

    type Coefficient = { score: number; interval: [number, number] };
    const coefficients = () => readValue<Coefficient[]>(page, "coefficients");
    const areScores = async (wanted: readonly number[]) => {
      for (const [j, { score, interval }] of (await coefficients()).entries()) {
        expect(score).toBeCloseTo(wanted[j]!, 9);
        expect(interval[0]).toBeLessThan(score);
        expect(interval[1]).toBeGreaterThan(score);
      }
    };
    await areScores(golden.exam.alone);
    await choose(page, "companyChoice", "beside all others");
    await areScores(golden.exam.all);
  });
});
