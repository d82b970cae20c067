import { expect, test } from "vitest";
import { AgglomerativeClustering, KMeans, metrics, StandardScaler } from "../../src/learn/index.ts";
import { cell, output, settled, settledCount } from "../browser/support/notebook.ts";
import { useSite } from "../browser/support/site.ts";
import { choose, datasets, moveTo, onLesson, readValue } from "./support/lesson-page.ts";

const lesson = "learning/clustering/";
const site = useSite();

const folder = await datasets.load("drum-test");
const raw = folder.select(["brightness", "decay"]);
const X = new StandardScaler().fitTransform(raw);
const best = (nClusters: number) => new KMeans({ nClusters, nInit: 10, randomState: 7 });
const fromStart = (nClusters: number, randomState: number) =>
  new KMeans({ nClusters, init: "random", nInit: 1, tol: 0, randomState });
const six = best(6).fit(X);

test("k-means is stepped through by hand, and starts, silhouettes and linkages are those of learn", async () => {
  await onLesson(site, lesson, async (page) => {
    const inline = () => page.locator("etude-inline").allInnerTexts();
    const caption = (id: string) => output(page, id).locator("figcaption").first().textContent();

    // Step, step, step: centres are drawn, sounds assigned, centres moved.
    const steps = Array.from(fromStart(6, 1).fitSteps(X));
    const at = () => output(page, "steps").locator("output").textContent();
    expect(await at()).toBe(`0 of ${2 * steps.length - 1}: draw`);
    expect(await caption("stepMap")).toContain("not clustered yet");
    const button = (name: string) => cell(page, "steps").getByRole("button", { name, exact: true });
    expect(await button("Back").isDisabled()).toBe(true);
    await button("Step").click();
    await expect.poll(() => caption("stepMap")).toContain(`Inertia: ${steps[0]!.inertia.toFixed(0)}`);
    await button("Step").click();
    await expect.poll(at).toContain("2 of 17: move");
    await button("Back").click();
    await expect.poll(at).toContain("1 of 17: assign");
    await moveTo(page, "steps", 17);
    expect(await readValue(page, "frame", "Array.from(value.labels)")).toEqual(fromStart(6, 1).fit(X).labels);
    const falling = await readValue<number[]>(page, "known", "value.map(({inertia}) => inertia)");
    expect(falling.length).toBe(17);
    for (let i = 1; i < falling.length; i++) expect(falling[i]).toBeLessThanOrEqual(falling[i - 1]!);

    // Ten starts agree by 0.63 on six clusters; on three, nine are alike and the tenth is stuck.
    expect(await inline()).toContain("0.63");
    const before = await settledCount(page);
    await page.getByRole("slider", { name: "Clusters", exact: true }).fill("3");
    await settled(page, { after: before });
    const three = await readValue<number[][]>(page, "agreeing");
    expect(three.slice(0, 9).every((row) => row.slice(0, 9).every((value) => value > 0.97))).toBe(true);
    expect(Math.max(...three[9]!.slice(0, 9))).toBeLessThan(0.6);
    const inertias = await readValue<number[]>(page, "inertias", "value.map(Math.round)");
    expect(inertias).toEqual([...new Array<number>(9).fill(62), 128]);

    // The silhouette is level, the starts are of one mind on three, and eight have two bars to the left.
    const silhouettes = await readValue<number[]>(page, "silhouettes");
    expect(silhouettes[4]).toBe(metrics.silhouette(X, six.labels));
    expect(silhouettes.indexOf(Math.max(...silhouettes)) + 2).toBe(11);
    const stable = await readValue<number[]>(page, "stable");
    expect(stable.filter((value) => value > 0.9)).toEqual([stable[1]]);
    await moveTo(page, "manySlider", 8);
    expect(await caption("bars")).toContain("2 lie nearer to another cluster");

    // Single linkage chains a hundred sounds, kicks and cymbals among them.
    const ward = new AgglomerativeClustering({ nClusters: 6, linkage: "ward" }).fit(X);
    expect(await readValue(page, "tree", "value.labels")).toEqual(ward.labels);
    await choose(page, "linkageChoice", "single");
    expect((await inline()).join(" ")).toContain("100, 10, 5, 4, 2, 1");
    const single = await readValue<number[]>(page, "tree", "value.labels");
    const kicks = single.filter((_, i) => folder.y[i] === "kick");
    expect(new Set(kicks).size).toBe(1);
    expect(single.some((label, i) => label === kicks[0] && folder.y[i] === "cymbal")).toBe(true);
  });
});

test("units, labels, bars and playlists show what the text says of them", async () => {
  await onLesson(site, lesson, async (page) => {
    const inline = () => page.locator("etude-inline").allInnerTexts();
    const byUnit = await readValue<Record<string, number[]>>(page, "byUnit");
    expect(byUnit["typical spreads"]).toEqual(six.labels);
    const agree = (a: string, b: string) => metrics.adjustedRand(byUnit[a]!, byUnit[b]!);
    expect(agree("octaves and seconds", "octaves and milliseconds")).toBeLessThan(0.1);
    // Level stripes: sorted by decay, each cluster comes in one piece. Upright ones: sorted by brightness.
    const pieces = (name: string, column: string) => {
      const numbers = folder.column(column) as number[];
      const order = numbers.map((_, i) => i).sort((a, b) => numbers[a]! - numbers[b]!);
      const labels = order.map((i) => byUnit[name]![i]);
      return labels.filter((label, i) => label !== labels[i - 1]).length;
    };
    expect(pieces("octaves and milliseconds", "decay")).toBe(6);
    expect(pieces("hertz and seconds", "brightness")).toBe(6);

    // One cluster of toms alone; all the kicks in one, with nine toms; hi-hats in four; claps among snares.
    const counts = await readValue<number[][]>(page, "inCluster");
    const place = (name: string) => folder.classNames.indexOf(name);
    const tomsAlone = counts.filter((row) => row.every((n, c) => (c === place("tom") ? n > 0 : n === 0)));
    expect(tomsAlone.length).toBe(1);
    const kicks = counts.filter((row) => row[place("kick")]! > 0);
    expect(kicks.map((row) => [row[place("kick")], row[place("tom")]])).toEqual([[18, 9]]);
    expect(counts.filter((row) => row[place("hi-hat")]! > 0).length).toBe(4);
    const claps = counts.filter((row) => row[place("clap")]! > 0);
    expect(claps.map((row) => row.indexOf(Math.max(...row)))).toEqual([place("snare")]);

    type Worth = { name: string; value: number; interval: [number, number] }[];
    const worth = await readValue<Worth>(page, "worth");
    expect(worth[0]!.value).toBe(metrics.adjustedRand(folder.y, six.labels));
    expect(worth[0]!.interval[0]).toBeLessThan(worth[1]!.interval[1]);
    await choose(page, "folderChoice", "454 sounds of other kits");
    const other = await readValue<Worth>(page, "worth");
    expect(other.map(({ value }) => value.toFixed(2))).toEqual(["0.45", "0.44", "0.34", "0.29", "-0.00"]);

    // The letters: repeats alike, strains not found, and the three harmonies that the text names.
    const letters = await readValue<number[]>(page, "letters");
    expect(letters.slice(0, 16)).toEqual(letters.slice(16, 32));
    const names = await readValue<string[]>(page, "barNames");
    expect([names[0], names[1], names[5]]).toEqual(["A♭ E♭ C", "E♭ B♭ G", "A♭ D♭ F"]);
    expect(await readValue<number>(page, "ofStrain")).toBeLessThan(0.1);
    expect(await readValue<number>(page, "sameLetter")).toBe(1);
    const rows = output(page, "form").locator("figcaption");
    expect(await rows.textContent()).toContain("The Maple Leaf Rag in letters");
    await choose(page, "barSettings", "the rhythm of the right hand");
    const rhythm = await readValue<number[]>(page, "letters");
    expect(metrics.adjustedRand(letters, rhythm)).toBeLessThan(0.2);

    // A playlist has a button for each tune, the nearest first; and the fence parts two of one family.
    const list = () => output(page, "playlistTable").locator("tbody tr");
    expect(await list().count()).toBe(13);
    expect(await list().first().textContent()).toContain("Baa, Baa, Black Sheep");
    await choose(page, "likedChoice", "the nearest");
    expect(await list().filter({ hasText: /no$/ }).count()).toBe(6);
    const heapOf = (title: string) =>
      readValue<number>(page, "heaps", "value").then(async (heaps) => {
        const titles = await readValue<string[]>(page, "titles");
        return (heaps as unknown as number[])[titles.indexOf(title)];
      });
    expect(await heapOf("Alle meine Entchen")).not.toBe(await heapOf("Lisa gikk til skolen"));
    expect(await readValue<number>(page, "together")).toBe(1);
    const shares = await readValue<{ cluster: number; nearest: number; any: number }[]>(page, "judged");
    const mean = (key: "cluster" | "nearest" | "any") =>
      shares.reduce((sum, row) => sum + row[key], 0) / shares.length;
    expect(mean("cluster")).toBeGreaterThan(1.9 * mean("any"));
    expect(mean("nearest")).toBeGreaterThanOrEqual(mean("cluster"));
    expect(await inline()).toContain((100 * mean("cluster")).toFixed(0));
  });
});
