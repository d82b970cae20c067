import { expect, test } from "vitest";
import { MLPClassifier, StandardScaler, trainNetwork, trainTestSplit } from "../../src/learn/index.ts";
import { cell, output, settled, settledCount } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import golden from "../golden/lessons/hyperparameters/figures.json" with { type: "json" };
import { choose, datasets, moveTo, onLesson, readValue } from "./support/lesson-page.ts";

const lesson = "generalising/hyperparameters/";
const site = useSite();

const { X, y, groups } = await datasets.load("drums");

type Row = { params: { svc__C: number; svc__gamma: number }; meanTestScore: number; testScores: number[] };

test("the map is scikit-learn's, turns the knobs, and its cells, layouts and searches are as the text says", async () => {
  await onLesson(site, lesson, async (page) => {
    const inline = async () => (await page.locator("etude-inline").allInnerTexts()).join(" ");
    const caption = (id: string) => output(page, id).locator("figcaption").first().textContent();
    /** Moves one of several sliders of a cell, by its name, to a place on its track. */
    const slide = async (name: string, place: number) => {
      const before = await settledCount(page);
      await page.getByRole("slider", { name, exact: true }).fill(String(place));
      await settled(page, { after: before });
    };

    const rows = await readValue<Row[]>(page, "search", "value.cvResults");
    expect(rows.map(({ params }) => params)).toEqual(
      golden.cells.map(({ C, gamma }) => ({ svc__C: C, svc__gamma: gamma })),
    );
    for (const [i, { testScores }] of rows.entries())
      for (const [part, score] of testScores.entries())
        expect(score).toBeCloseTo(golden.cells[i]!.testScores[part]!, 12);
    expect(await inline()).toContain("3 0.03 0.832 0.81 0.81 0.81 0.23 0.33 0.034");

    // A cell of the map turns both knobs; at the upper right every stroke was learned by heart.
    const before = await settledCount(page);
    await output(page, "map")
      .locator("figure")
      .evaluate((figure: HTMLElement & { value: unknown }) => {
        figure.value = { svc__C: 1000, svc__gamma: 1 };
        figure.dispatchEvent(new Event("input", { bubbles: true }));
      });
    await settled(page, { after: before });
    expect(await readValue(page, "C")).toBe(1000);
    expect(await readValue(page, "gamma")).toBe(1);
    expect(await readValue(page, "tested", "value.trainScore")).toBe(1);
    expect(await readValue<number>(page, "byParts")).toBeCloseTo(0.33, 2);
    // At the lower left each part says one name only, and the frame has followed the knobs.
    await slide("C, the price of a mistake", 0);
    await slide("γ, how near is near", 0);
    const namesSaid = "value.folds.map(({predictions}) => new Set(predictions).size)";
    expect(await readValue(page, "tested", namesSaid)).toEqual([1, 1, 1, 1, 1]);
    expect(await readValue(page, "map", "value.value")).toEqual({ svc__C: 0.1, svc__gamma: 0.0001 });

    // One standard error leaves a third of the map, none the winner alone.
    expect(await caption("enough")).toContain("29 of 81");
    await moveTo(page, "allowance", 0);
    expect(await caption("enough")).toContain("1 of 81");

    // Sixteen settings: the best in a corner, none worth having, and the summit.
    expect(await caption("roughMap")).toContain("at the edge of svc__gamma and svc__C");
    await choose(page, "layout", "equal steps");
    const best = () =>
      readValue<number>(page, "rough", "Math.max(...value.cvResults.map((r) => r.meanTestScore))");
    expect(await best()).toBeLessThan(0.7);
    await choose(page, "layout", "equal factors");
    expect(await caption("roughMap")).toMatch(/0\.83 .*svc__C.=.3, svc__gamma.=.0\.03/);
    expect(await caption("roughMap")).not.toContain("edge");

    // With a dead knob dice win; without it, 81 of the grid see everything.
    const raced = async () => (await output(page, "race").textContent())!.replace(/\s+/g, " ");
    expect(await raced()).toMatch(/64 settings of three knobs, one of them dead,.*47 %.*91 %/);
    expect(await output(page, "looked").textContent()).toMatch(
      /64: 16 different pairs.*64: 48 different pairs/s,
    );
    await choose(page, "raceSettings", "C and γ");
    await slide("Budget, in settings", 6);
    expect(await raced()).toMatch(/81 settings of two knobs,.*100 %.*100 %/);

    // Draw 3 of the heats sends the best cell home in round 0, and ends at place 9.
    expect(await inline()).toContain("3 100 0.001 9");
    expect(await readValue(page, "winnerPath", "value.map((row) => row.iteration)")).toEqual([0]);
    await slide("Round", 2);
    expect(await caption("heatMap")).toContain("450 strokes, 9 settings");

    // One part chooses: 0.86 is promised, 0.80 kept; with four the gap is 0.02.
    const gap = async () => {
      const [promised, kept] = await readValue<[number, number]>(
        page,
        "outcomes",
        '["promise", "kept"].map((what) => value.at(-1).reduce((sum, one) => sum + one[what] / value.at(-1).length, 0))',
      );
      return [promised.toFixed(2), kept.toFixed(2), (promised - kept).toFixed(2)];
    };
    expect((await gap()).slice(0, 2)).toEqual(["0.86", "0.80"]);
    await moveTo(page, "judgeSlider", 4);
    expect((await gap())[2]).toBe("0.02");
  });
});

test("the string and the networks come to rest, creep and explode at the rates that the text names", async () => {
  const kits = trainTestSplit(X, y, { groups, testSize: 0.3, randomState: 7 });
  const ruler = new StandardScaler().fit(kits.XTrain);
  const validation = { X: ruler.transform(kits.XTest), y: kits.yTest };
  const network = new MLPClassifier({
    hiddenLayerSizes: [16],
    batchSize: 32,
    learningRate: 0.1,
    solver: "sgd",
    momentum: 0,
    alpha: 0,
    maxEpochs: 30,
    randomState: 7,
  });
  const expected = trainNetwork(network, ruler.transform(kits.XTrain), kits.yTrain, { validation });
  // Nothing here needs the map at the top of the page: it is not waited for.
  await site.withPage(lesson, async (page) => {
    const patience = { timeout: 50_000 };
    const slide = (name: string, place: number) =>
      page.getByRole("slider", { name, exact: true }).fill(String(place), patience);
    const said = () => output(page, "valleyFigure").locator("figcaption").first().textContent(patience);
    const saysAt = async (rate: number, words: string) => {
      await slide("Rate η", rate);
      await expect.poll(said, patience).toContain(words);
    };
    await expect.poll(said, patience).toContain("walks down one side. The limit is 2/a = 1.00");
    await saysAt(0.5, "one step, and it is there");
    await saysAt(0.8, "still comes down");
    await saysAt(1, "to and fro for ever");
    await saysAt(1.1, "lands higher than it began");
    expect(await output(page, "hearValley").getByRole("button").count()).toBeGreaterThan(0);

    // In the order of the rates: 0.001, 0.01, 0.1, 1, 10.
    type End = { epochs: number; loss: number; least: number; score: number; divergedAt?: number };
    const read = `value.map(({training, validation = [], validationScore = [], divergedAt, network}) => ({
      epochs: training.length, loss: validation.at(-1), least: Math.min(...validation),
      score: validationScore.at(-1), divergedAt, made: [network.solver, network.batchSize].join()
    }))`;
    const ends = async (made: string) => {
      let all: End[] = [];
      const isThrough = async () => {
        const now = await readValue<(End & { made: string })[]>(page, "rates", read);
        all = now;
        return now.every((end) => end.made === made && (end.epochs === 30 || end.divergedAt !== undefined));
      };
      await expect.poll(isThrough, patience).toBe(true);
      return all;
    };
    // A loss that is no number any more is not the least.
    const leastOf = (all: End[]) => {
      const losses = all.map(({ loss }) => (Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY));
      return losses.indexOf(Math.min(...losses));
    };
    const plain = await ends("sgd,32");
    expect(plain[2]!.loss).toBeCloseTo(expected.validation!.at(-1)!, 9);
    expect(leastOf(plain)).toBe(2);
    expect(plain.slice(1, 4).map(({ score }) => score.toFixed(2))).toEqual(["0.81", "0.89", "0.89"]);
    expect(plain[4]!.divergedAt).toBe(12);
    expect(plain[3]!.loss).toBeGreaterThan(1.4 * plain[3]!.least);

    const steps = (name: string) =>
      cell(page, "networkSettings").getByRole("radio", { name, exact: true }).check();
    await steps("adam");
    const adam = (await ends("adam,32"))[4]!;
    expect([Math.round(adam.loss / 100), adam.score.toFixed(2)]).toEqual([57, "0.76"]);
    await steps("plain");
    await slide("Batch size", 4);
    expect(leastOf(await ends("sgd,286"))).toBe(3);
    await slide("Batch size", 0);
    const small = await ends("sgd,4");
    expect(leastOf(small)).toBe(1);
    expect(small[3]!.loss).toBeGreaterThan(1e9);

    // The envelope: four networks that differ in nothing but the seed.
    await cell(page, "envelope").locator('[data-command="run"]').click();
    await output(page, "opened").locator("table").first().waitFor(patience);
    const text = await output(page, "opened").textContent();
    for (const { score } of golden.envelope) expect(text).toContain(score.toFixed(2));
    expect(text).toMatch(/seed 1\D*0\.85.*seed 2\D*0\.81.*seed 3\D*0\.79.*seed 4\D*0\.73/s);
  });
});
