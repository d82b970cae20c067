// npm run quality -- <task …> [options]: how well our analyses and the peers do on music whose truth is known.
// scripts/quality/README.md says what there is.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { DatasetError } from "./datasets/tools.ts";
import { buildSet, itemsOf } from "./quality/build.ts";
import type { Half, Item } from "./quality/item.ts";
import { ask, askAubio, judged, kept } from "./quality/measure.ts";
import { essentiaPeers } from "./quality/methods/essentia.ts";
import type { Method, TaskName } from "./quality/methods/method.ts";
import { npmPeers } from "./quality/methods/npm-peers.ts";
import { ourMethods } from "./quality/methods/ours.ts";
import { failures, type Row, table, tagOf } from "./quality/report.ts";
import { MEASUREMENTS, SETS } from "./quality/tasks.ts";

const USAGE = `usage: npm run quality -- <${Object.keys(MEASUREMENTS).join(" | ")} | all> …
  --half tune|report   the material: tune (default) for work, report for figures
  --seed N,N           these seeds instead
  --where tag=value    only items with that tag (several: and)
  --methods a,b        only methods whose name begins so; "ours" and "peers" are all of a kind
  --fresh              ask the peers again instead of taking their kept answers
  --brief              only the lines of all items
  --worst N            how many of the worst items are listed (default 5)
  --json FILE          every figure of every item`;

const AUBIO_TASKS: TaskName[] = ["pitch", "tempo", "onsets"];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    half: { type: "string", default: "tune" },
    seed: { type: "string" },
    where: { type: "string", multiple: true, default: [] },
    methods: { type: "string" },
    fresh: { type: "boolean", default: false },
    brief: { type: "boolean", default: false },
    worst: { type: "string", default: "5" },
    json: { type: "string" },
  },
});

async function main(): Promise<void> {
  const names = positionals.includes("all") ? Object.keys(MEASUREMENTS) : positionals;
  if (names.length === 0 || names.some((name) => !(name in MEASUREMENTS))) throw new DatasetError(USAGE);
  if (options.half !== "tune" && options.half !== "report") throw new DatasetError(USAGE);
  const { methods, missing } = await ourMethods();
  const essentia = essentiaPeers(process.env.ETUDE_PEERS);
  if (missing.length > 0) console.log(`Not there yet: ${missing.join(", ")}.`);
  if (essentia === null) {
    console.log("essentia.js is not measured: npm install it in a folder and name that in ETUDE_PEERS.");
  }
  const all: Row[] = [];
  for (const name of names) {
    const rows = measure(name, options.half, [...methods, ...npmPeers, ...(essentia ?? [])]);
    all.push(...rows);
    console.log(`\n${name}, ${options.seed ? `seed ${options.seed}` : options.half}`);
    console.log(table(rows, options.brief ? [] : MEASUREMENTS[name].groups));
    console.log(
      failures(
        rows.filter((row) => isOurs(row.method, methods)),
        MEASUREMENTS[name].main,
        Number(options.worst),
      ),
    );
  }
  if (options.json)
    writeFileSync(
      options.json,
      JSON.stringify(all.map(({ item, ...row }) => ({ ...row, id: item.id, tags: item.tags }))),
    );
}

function measure(name: string, half: Half, methods: Method[]): Row[] {
  const { task, set, seeds } = MEASUREMENTS[name];
  const chosen = options.seed ? options.seed.split(",").map(Number) : seeds[half];
  const items = chosen.flatMap((seed) => {
    buildSet(set, seed, SETS[set]);
    return itemsOf(set, seed).filter(wanted);
  });
  const own = methods.filter((method) => method.task === task && named(method.name, method.ours));
  const rows = own.flatMap((method) => {
    const compute = (some: Item[]) => ask(method, some);
    const answers = method.ours || options.fresh ? compute(items) : kept(method.name, task, items, compute);
    return rowsOf(task, method.name, items, answers);
  });
  if (!AUBIO_TASKS.includes(task) || !named("aubio", false)) return rows;
  const compute = (some: Item[]) => askAubio(task, some);
  const answers = options.fresh ? compute(items) : kept("aubio", task, items, compute);
  return [...rows, ...rowsOf(task, "aubio", items, answers)];
}

function rowsOf(task: TaskName, method: string, items: Item[], answers: ReturnType<typeof ask>): Row[] {
  const figures = judged(task, items, answers);
  return items.map((item, i) => ({ task, method, item, ms: answers[i].ms, figures: figures[i] }));
}

function wanted(item: Item): boolean {
  return options.where.every((condition) => {
    const [tag, value] = condition.split("=");
    return tagOf(item, tag) === value;
  });
}

function named(name: string, ours: boolean): boolean {
  if (!options.methods) return true;
  return options.methods
    .split(",")
    .some((wish) => wish === (ours ? "ours" : "peers") || name.startsWith(wish));
}

function isOurs(method: string, methods: Method[]): boolean {
  return methods.some(({ name }) => name === method);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof DatasetError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
