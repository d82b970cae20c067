import { expect, test } from "vitest";
import { cell, output, settled, settledCount } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import golden from "../golden/lessons/bias-and-variance/figures.json" with { type: "json" };
import { choose, onLesson, readValue } from "./support/lesson-page.ts";

const lesson = "generalising/bias-and-variance/";
const site = useSite();

type Parts = { bias2: number; variance: number };

test("curves of 300 evenings, their bargain, and trees without a truth show what the text says", async () => {
  await onLesson(site, lesson, async (page) => {
    const caption = (id: string) => output(page, id).locator("figcaption").first().textContent();
    const move = async (id: string, name: string, value: number) => {
      const before = await settledCount(page);
      await cell(page, id).getByRole("slider", { name, exact: true }).fill(String(value));
      await settled(page, { after: before });
    };

    const counted = await readValue<Parts[]>(page, "counted");
    for (const [degree, { bias2, variance }] of golden.counted.entries()) {
      expect(counted[degree]!.bias2).toBeCloseTo(bias2, 6);
      expect(counted[degree]!.variance).toBeCloseTo(variance, 6);
    }
    expect(await caption("bargain")).toContain("least at degree\u00a0=\u00a05");
    expect(await output(page, "cards").getByRole("button").count()).toBe(3);

    // At the top of the attack a line is too low every evening; degree 14 is right in the mean, and strays.
    const there = async () => ({
      bias: await readValue<number>(page, "bias"),
      stray: Math.sqrt(
        await readValue<number>(
          page,
          "here",
          "value.reduce((s, v, _, a) => s + (v - a.reduce((x, y) => x + y) / 30) ** 2 / 30, 0)",
        ),
      ),
    });
    const stiff = await there();
    expect(stiff.bias).toBeLessThan(-0.4);
    await move("degreeSlider", "Degree", 14);
    const supple = await there();
    expect(Math.abs(supple.bias)).toBeLessThan(0.15);
    expect(supple.stray).toBeGreaterThan(2 * stiff.stray);
    expect(await readValue<number>(page, "trace")).toBeCloseTo(15, 6);
    expect(await caption("spaghetti")).toContain("Thirty evenings, degree 14");
    const [named, drawn] = await output(page, "spaghetti").evaluate((figure) =>
      [".etude-legend .etude-line-true-curve", '.etude-drawing [stroke-dasharray="7 5"]'].map(
        (truth) => getComputedStyle(figure.querySelector(truth)!).stroke,
      ),
    );
    expect(named).toBe(drawn);
    await move("degreeSlider", "Degree", 0);
    expect(await readValue<number>(page, "trace")).toBeCloseTo(1, 9);

    // More data makes larger degrees worth their price, more noise smaller ones.
    await move("nSlider", "Noise σ", 0.4);
    expect(await caption("settings")).toContain("least at degree\u00a0=\u00a02");
    await move("nSlider", "Noise σ", 0);
    expect(await caption("settings")).toContain("least at degree\u00a0=\u00a014");
    await move("nSlider", "Noise σ", 0.2);
    await move("nSlider", "Measurements n", 2);
    expect(await caption("settings")).toContain("least at degree\u00a0=\u00a09");

    // The shares that the text names, of fifty trees.
    const shares = () =>
      readValue<string[]>(
        page,
        "fifty",
        "[value.expectedLoss, value.variance, value.bias2].map((share) => share.toFixed(2))",
      );
    const [, strokes, most] = await shares();
    expect([strokes, most]).toEqual(["0.36", "0.59"]);
    expect(await output(page, "doubt").locator("tbody tr").count()).toBe(5);
    await move("treeSettings", "Questions in a row", 3);
    expect(await shares()).toEqual(["0.31", "0.17", "0.24"]);
    await choose(page, "treeSettings", "whole kits");
    await move("treeSettings", "Questions in a row", 0);
    expect((await shares())[1]).toBe("0.40");
  });
});
