import { expect, test } from "vitest";
import { axeFindings } from "../support/axe.ts";
import { settled, settledCount } from "../support/notebook.ts";
import { cells, value, withNotebook } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

const data: [string, string] = [
  "data",
  `const X = Array.from({length: 120}, (_, i) => [Math.sin(i * 12.9), Math.cos(i * 7.3)]);
const y = X.map(([a, b]) => (a * b > 0 ? "kick" : "snare"));
const model = new MLPClassifier({hiddenLayerSizes: [12], batchSize: 16, learningRate: 0.02, maxEpochs: 30});`,
];

/** The files of TensorFlow.js: its WebAssembly, and the scripts that come for its sake. */
const ofTensorFlow = (url: string) => /\.wasm$|\/(neural|wasm-place)-[\w-]{8}\.js$/.test(url);

test("a network is trained on WebAssembly that comes from the site, when one is first trained on it", async () => {
  const plain: [string, string] = ["plain", "const plain = await trainNetwork(model, X, y);"];
  const tensors: [string, string] = [
    "tensors run=click",
    `const tensors = await trainNetwork(model, X, y, {backend: "wasm"});
const apart = Math.max(...tensors.training.map((loss, i) => Math.abs(loss - plain.training[i])));
const answers = tensors.network.predict(X).length;`,
  ];
  await withNotebook(site, cells(data, plain, tensors), async (page, { requests }) => {
    expect(await value(page, "plain")).toMatchObject({ backend: "plain", epoch: 30 });
    expect(requests.filter(ofTensorFlow)).toEqual([]);
    const before = await settledCount(page);
    await page.evaluate(() =>
      document.querySelector<HTMLElement & { run(): void }>('etude-cell[data-cell="tensors"]')!.run(),
    );
    await settled(page, { after: before });
    expect(await value(page, "tensors")).toMatchObject({ backend: "wasm", epoch: 30 });
    // Single precision, over 240 steps.
    expect(await value(page, "apart")).toBeLessThan(1e-3);
    expect(await value(page, "answers")).toBe(120);
    expect(requests.filter(ofTensorFlow)).toHaveLength(3);
    const [wasm] = requests.filter((url) => url.endsWith(".wasm"));
    expect(wasm).toMatch(site.url("_astro/"));
  });
});

test("a trainer goes on by an epoch, plays, pauses and starts again, by key, and says where it is", async () => {
  const cell: [string, string] = [
    "training",
    "const training = view(trainer(model, X, y, {validation: {X, y}, epochsPerSecond: 40}));",
  ];
  const read: [string, string] = [
    "read",
    "const read = {epoch: training.epoch, losses: training.validation.length, said: training.network.predict(X).length};",
  ];
  await withNotebook(site, cells(data, cell, read), async (page) => {
    const epoch = async () => ((await value(page, "read")) as { epoch: number }).epoch;
    const status = page.locator(".etude-trainer [role=status]");
    expect(await value(page, "read")).toEqual({ epoch: 0, losses: 0, said: 120 });
    const step = page.getByRole("button", { name: "One epoch" });
    await step.focus();
    for (const n of [1, 2]) {
      const before = await settledCount(page);
      await page.keyboard.press("Enter");
      await settled(page, { after: before });
      expect(await value(page, "read")).toEqual({ epoch: n, losses: n, said: 120 });
      expect(await status.textContent()).toBe(`Epoch ${n} of 30`);
    }
    expect(await status.getAttribute("aria-live")).toBe("polite");
    await page.getByRole("button", { name: "Play" }).press("Space");
    expect(await status.getAttribute("aria-live")).toBe("off");
    await expect.poll(epoch).toBeGreaterThan(4);
    await page.getByRole("button", { name: "Pause" }).press("Space");
    await settled(page);
    const paused = await epoch();
    expect(paused).toBeLessThan(30);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Play" }).press("Space");
    await expect.poll(epoch).toBe(30);
    await page.getByRole("button", { name: "Start again" }).press("Enter");
    await expect.poll(epoch).toBe(0);
    expect(await status.textContent()).toBe("Epoch 0 of 30");
  });
});
