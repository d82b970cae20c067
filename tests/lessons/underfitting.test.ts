import { expect, test } from "vitest";
import { output } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import golden from "../golden/lessons/underfitting/figures.json" with { type: "json" };
import { choose, moveTo, onLesson, readValue } from "./support/lesson-page.ts";

const lesson = "generalising/underfitting/";
const site = useSite();

/** What an Opus decoder, and the rate to which it brings the sound, may change of an R². */
const decoded = 0.02;

test("the phrase, its residuals, more data and penalties show what the text says", async () => {
  await onLesson(site, lesson, async (page) => {
    const caption = (id: string) => output(page, id).locator("figcaption").first().textContent();
    const r2 = (degree: number) => golden.r2[degree]!.toFixed(2);
    const waves = () => readValue<number[]>(page, "explains", "[1,2,3,4,5,6,7,8,9,10,11,12].map(value)");

    expect(await output(page, "cards").getByRole("button").count()).toBe(3);
    expect(await caption("fitFigure")).toContain(`degree 2: R² = ${r2(2)}`);
    expect((await waves())[3]).toBeCloseTo(golden.shares["2"][3]!, 5);
    await moveTo(page, "degreeSlider", 7);
    expect((await waves()).indexOf(Math.max(...(await waves())))).toBe(3);
    await moveTo(page, "degreeSlider", 13);
    expect(Math.max(...(await waves()))).toBeLessThan(0.2);
    await moveTo(page, "degreeSlider", 0);
    expect(await caption("fitFigure")).toContain("R² = 0.00. 1 number to choose");
    await moveTo(page, "degreeSlider", 15);
    expect(await caption("fitFigure")).toContain(`R² = ${r2(15)}`);

    // A line stays a line, and degree 2 is as poor on 1,024 measurements as on 64.
    type Curve = { trainSize: number; trainScore: number; validationScore: number }[];
    for (const [name, poor, good] of [
      ["a line", -0.1, 0.06],
      ["degree 2", 0.5, 0.65],
      ["degree 12", 0.92, 0.97],
    ] as const) {
      if (name !== "a line") await choose(page, "moreChoice", name);
      const points = await readValue<Curve>(page, "more", "value.points");
      expect(points.map(({ trainSize }) => trainSize)).toEqual([64, 128, 256, 512, 1024]);
      // Only the curve of degree 12 overfits, and more data cures that.
      const gap = points[0]!.trainScore - points[0]!.validationScore;
      expect(gap > 0.3, name).toBe(name === "degree 12");
      for (const { trainScore, validationScore } of points.slice(1)) {
        expect(Math.min(trainScore, validationScore), name).toBeGreaterThan(poor);
        expect(Math.max(trainScore, validationScore), name).toBeLessThan(good);
      }
    }

    for (const [step, exponent] of [
      [5, "-2"],
      [7, "0"],
      [10, "3"],
    ] as const) {
      await moveTo(page, "penaltySlider", step);
      expect(await caption("penaltyFigure")).toContain(`R² = ${golden.ridge[exponent].toFixed(2)}`);
    }
  });
});

test("the loop wants a pattern of a bar, and the stump does badly at home and abroad", async () => {
  await onLesson(site, lesson, async (page) => {
    const ask = (name: string) => readValue<number[]>(page, name, "[0.5, 1, 2, 4, 8, 16].map(value)");
    const [training, validation] = [await ask("training"), await ask("validation")];
    for (const [i, wanted] of golden.loop.patterns.entries()) {
      expect(Math.abs(training[i]! - wanted.training)).toBeLessThan(decoded);
      expect(Math.abs(validation[i]! - wanted.validation)).toBeLessThan(decoded);
    }
    expect(Math.abs((await readValue<number>(page, "loopR2")) - golden.loop.degree15)).toBeLessThan(decoded);
    await moveTo(page, "periodSlider", 5);
    expect(await output(page, "patternFigure").locator("figcaption").first().textContent()).toContain(
      "R² is 1.00",
    );
    expect(await output(page, "loopHeard").getByRole("button").count()).toBe(3);

    const [one] = golden.trees;
    const inline = await page.locator("etude-inline").allInnerTexts();
    expect(inline).toEqual(
      expect.arrayContaining([one!.training[0]!.toFixed(2), one!.validation[0]!.toFixed(2)]),
    );
    const stump = await readValue<{ trainScore: number; validationScore: number }[]>(
      page,
      "stumpCurve",
      "value.points",
    );
    expect(stump.at(-1)!.trainScore).toBeLessThan(stump[0]!.trainScore - 0.05);
    expect(stump.at(-1)!.validationScore).toBeLessThan(stump[0]!.validationScore + 0.02);
    const called = () => readValue<string[]>(page, "asked", "Array.from(new Set(value.pooled.predictions))");
    expect((await called()).sort()).toEqual(["cymbal", "hi-hat", "kick", "tom"]);
    await moveTo(page, "depthSlider", 6);
    expect((await called()).length).toBe(6);
  });
});
