import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { settled, settledCount } from "../support/notebook.ts";
import { blankPage, type CellElement, cells, lessonPath, open, value } from "../support/open-notebook.ts";
import { useSite } from "../support/site.ts";

const site = useSite();

/** What a worker of the page was told, and how often it has told of a step of a cross-validation. */
type WorkerRecord = {
  ended: number | null;
  sent: { type: string; id: number; at: number; name?: string }[];
  steps: number;
};
type Recorded = { recorded: (WorkerRecord & { worker: Worker })[] };

/** Opens a notebook in a page that records its workers. */
async function withWorkers(markdown: string, body: (page: Page) => Promise<void>): Promise<void> {
  await site.withPage("404.html", async (page) => {
    await page.addInitScript(() => {
      const recorded: Recorded["recorded"] = [];
      Object.assign(globalThis, { recorded });
      globalThis.Worker = new Proxy(Worker, {
        construct(Native, args) {
          const worker: Worker = Reflect.construct(Native, args);
          const record: Recorded["recorded"][number] = { worker, ended: null, sent: [], steps: 0 };
          recorded.push(record);
          const { postMessage, terminate } = worker;
          worker.postMessage = (message, ...rest: unknown[]) => {
            const { type, id, job } = message ?? {};
            record.sent.push({ type, id, at: performance.now(), ...(job && { name: job.name }) });
            postMessage.call(worker, message, ...(rest as []));
          };
          worker.terminate = () => {
            record.ended ??= performance.now();
            terminate.call(worker);
          };
          worker.addEventListener("message", ({ data }) => {
            const { name } = record.sent.find(({ id }) => id === data.id) ?? {};
            if (data.type === "step" && name === "crossValidate") record.steps++;
          });
          return worker;
        },
      });
    });
    const html = blankPage();
    await page.route(site.url(lessonPath), (route) =>
      route.fulfill({ contentType: "text/html", body: html }),
    );
    await page.goto(site.url(lessonPath));
    await open(page, markdown);
    await settled(page);
    await body(page);
  });
}

/** The workers as they are now. */
function workers(page: Page): Promise<WorkerRecord[]> {
  return page.evaluate(() =>
    (globalThis as unknown as Recorded).recorded.map(({ worker: _, ...record }) => record),
  );
}

async function alive(page: Page): Promise<number> {
  return (await workers(page)).filter(({ ended }) => ended === null).length;
}

/** Starts a cell that runs when it is asked; does not wait for it. */
function start(page: Page, id: string): Promise<void> {
  return page.evaluate((id) => {
    document.querySelector<CellElement>(`etude-cell[data-cell="${id}"]`)!.run();
  }, id);
}

/** Waits until `count` workers are in the middle of a job that has begun, and says which. */
async function busyWorkers(page: Page, count: number): Promise<WorkerRecord[]> {
  await page.waitForFunction(
    (count) => (globalThis as unknown as Recorded).recorded.filter(({ steps }) => steps > 0).length >= count,
    count,
  );
  return (await workers(page)).filter(({ steps }) => steps > 0);
}

async function finished(page: Page, id: string): Promise<void> {
  const before = await settledCount(page);
  await start(page, id);
  await settled(page, { after: before });
}

const data: [string, string] = [
  "rows",
  `const rows = (n, cols) => Array.from({length: n}, (_, i) => Array.from({length: cols}, (_, j) => Math.sin(i * 12.9 + j * 7.3) * 4 + (j % 3 === i % 3)));
const classes = (n) => Array.from({length: n}, (_, i) => "abc"[i % 3]);
const few = rows(150, 30), fewClasses = classes(150);`,
];
/** Each of its fits takes a second or so and cannot be left in between. */
const long = `crossValidate(new Pipeline([["parts", new NMF({nComponents: 20, maxIter: 500, tol: 0})], ["knn", new KNeighborsClassifier()]]), few.map((row) => row.map((value) => value + 9)), fewClasses)`;

test("in a cell, twins give the pure functions' results to the bit, and partial results on the way", async () => {
  const results: [string, string] = [
    "results",
    `const options = {cv: new StratifiedKFold({shuffle: true, randomState: 3})};
const models = [new SVC(), new RandomForestClassifier({nEstimators: 30}), new Pipeline([["scale", new StandardScaler()], ["svc", new SVC({gamma: 0.1})]])];
const equal = [];
for (const model of models) {
  const pure = learn.crossValidate(model, few, fewClasses, options);
  equal.push(JSON.stringify(await crossValidate(model, few, fewClasses, options)) === JSON.stringify(pure));
}`,
  ];
  const partial: [string, string] = [
    "partial",
    `const counts = [];
for await (const {folds, pooled} of crossValidate(new RandomForestClassifier({nEstimators: 600}), few, fewClasses)) counts.push(folds.length + (pooled ? 0.5 : 0));`,
  ];
  await withWorkers(cells(data, results, partial), async (page) => {
    expect(await value(page, "equal")).toEqual([true, true, true]);
    const counts = (await value(page, "counts")) as number[];
    expect(counts.at(-1)).toBe(5.5);
    // A fold takes many times as long as a message: a reader who is busy may miss some of them, not all.
    expect(counts[0]).toBeLessThan(5);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect((await workers(page)).flatMap(({ sent }) => sent.map(({ name }) => name))).toContain(
      "crossValidate",
    );
  });
});

test("Stop replaces workers that cannot be interrupted, and what comes next starts at once", async () => {
  const hold: [string, string] = ["hold run=click", `await Promise.all([0, 1, 2, 3, 4].map(() => ${long}));`];
  const next: [string, string] = [
    "next run=click",
    "const next = await crossValidate(new KNeighborsClassifier(), few, fewClasses);",
  ];
  await withWorkers(cells(data, hold, next), async (page) => {
    await start(page, "hold");
    const size = await page.evaluate(() => Math.min(4, navigator.hardwareConcurrency));
    const busy = await busyWorkers(page, size);
    const stopped = await page.evaluate(() => {
      const element = document.querySelector<HTMLElement>('etude-cell[data-cell="hold"]')!;
      const at = performance.now();
      // A machine that does other things delays this timer and that of the pool alike.
      setTimeout(() => Object.assign(globalThis, { late: performance.now() }), 200);
      element.querySelector<HTMLElement>('[data-part="progress"] [data-command="stop"]')!.click();
      return at;
    });
    await finished(page, "next");
    const all = await workers(page);
    const ended = all.filter(({ ended }) => ended !== null && ended > stopped);
    expect(ended).toHaveLength(busy.length);
    // 50 ms by the clock of the pool.
    const timer = await page.waitForFunction(() => (globalThis as unknown as { late?: number }).late);
    const late = (await timer.jsonValue())!;
    for (const worker of ended) expect(worker.ended).toBeLessThan(late);
    const started = all.flatMap(({ sent }) =>
      sent.filter(({ type, at }) => type === "start" && at > stopped),
    );
    // Of the jobs that waited none is done after all.
    expect(started).toHaveLength(1);
    expect(((await value(page, "next")) as { folds: unknown[] }).folds).toHaveLength(5);
  });
});

test("a thousand cancelled jobs leave no workers and no listeners behind", async () => {
  const many: [string, string] = [
    "many run=click",
    `const model = new RandomForestClassifier({nEstimators: 20});
for (let i = 0; i < 1000; i++) {
  const run = crossValidate(model, few, fewClasses);
  const result = run.catch((error) => error.name);
  if (i % 25 === 0) await new Promise((resolve) => resolve(0)).then(() => new Promise(requestAnimationFrame));
  run[Symbol.for("etude.run")].cancel();
  if (await result !== "AbortError") throw new Error("it went on");
}
const after = await crossValidate(model, few, fewClasses);`,
  ];
  await withWorkers(cells(data, many), async (page) => {
    await page.evaluate(() => {
      const { addEventListener, removeEventListener } = AbortSignal.prototype;
      const count = { listeners: 0 };
      Object.assign(globalThis, { count });
      AbortSignal.prototype.addEventListener = function (...args: unknown[]) {
        count.listeners++;
        addEventListener.apply(this, args as never);
      };
      AbortSignal.prototype.removeEventListener = function (...args: unknown[]) {
        count.listeners--;
        removeEventListener.apply(this, args as never);
      };
    });
    await finished(page, "many");
    expect(((await value(page, "after")) as { folds: unknown[] }).folds).toHaveLength(5);
    const most = (await page.evaluate(() => Math.min(4, navigator.hardwareConcurrency))) + 1;
    expect(await alive(page)).toBeLessThanOrEqual(most);
    const { listeners } = await page.evaluate(
      () => (globalThis as unknown as { count: { listeners: number } }).count,
    );
    expect(listeners).toBeLessThan(10);
  });
});

test("a worker that crashes fails its job in words, and the next job has another worker", async () => {
  const lost: [string, string] = ["lost run=click", `await ${long};`];
  const next: [string, string] = [
    "next run=click",
    "const next = await crossValidate(new KNeighborsClassifier(), few, fewClasses);",
  ];
  await withWorkers(cells(data, lost, next), async (page) => {
    await start(page, "lost");
    await busyWorkers(page, 1);
    const before = await settledCount(page);
    await page.evaluate(() => {
      const { recorded } = globalThis as unknown as Recorded;
      // A message that no pool sends: the worker's listener fails outside of any job.
      recorded.find(({ steps }) => steps > 0)!.worker.postMessage(null);
    });
    await settled(page, { after: before });
    const error = await page.evaluate(
      () => document.querySelector<CellElement>('etude-cell[data-cell="lost"]')!.error!.message,
    );
    expect(error).toMatch(/^The worker that computes in the background failed: it says ".*"/);
    await finished(page, "next");
    expect(((await value(page, "next")) as { folds: unknown[] }).folds).toHaveLength(5);
  });
});

test("the work of a cell that is to be seen is done before that of cells that waited longer", async () => {
  const seen: [string, string] = [
    "seen run=click",
    "await permutationTestScore(new KNeighborsClassifier(), few, fewClasses, {nPermutations: 2});",
  ];
  const hidden: [string, string] = [
    "hidden run=click",
    "await Promise.all(Array.from({length: 12}, () => crossValidate(new RandomForestClassifier({nEstimators: 20}), few, fewClasses)));",
  ];
  const space = Array.from({ length: 80 }, (_, i) => `Line ${i}.\n`).join("\n");
  await withWorkers(`${cells(data, seen)}\n${space}\n${cells(hidden)}`, async (page) => {
    await page.evaluate(() => scrollTo(0, 0));
    await start(page, "hidden");
    await page.waitForFunction(() =>
      (globalThis as unknown as Recorded).recorded.some(({ steps }) => steps > 0),
    );
    await finished(page, "seen");
    const started = (await workers(page))
      .flatMap(({ sent }) => sent.filter(({ type }) => type === "start"))
      .sort((a, b) => a.at - b.at)
      .map(({ name }) => name);
    const place = started.indexOf("permutationTestScore");
    expect(place).toBeGreaterThan(0);
    expect(place).toBeLessThan(10);
    expect(started).toHaveLength(13);
  });
});
