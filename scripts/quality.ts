// npm run quality -- <measurement …> [options]: how well our analyses and the peers do on music whose truth is known.
// scripts/quality/README.md says what there is.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { DatasetError } from "./datasets/tools.ts";
import { measure, type Wish } from "./quality/measure.ts";
import { essentiaPeers } from "./quality/methods/essentia.ts";
import { npmPeers } from "./quality/methods/npm-peers.ts";
import { ourMethods } from "./quality/methods/ours.ts";
import { failures, type Row, table } from "./quality/report.ts";
import { MEASUREMENTS } from "./quality/tasks.ts";

const USAGE = `usage: npm run quality -- <${Object.keys(MEASUREMENTS).join(" | ")} | all> …
  --half tune|report   the material: tune (default) for work, report for figures
  --seed N,N           these seeds instead
  --where tag=value    only items with that tag (several: and)
  --methods a,b        only methods whose name begins so; "ours" and "peers" are all of a kind
  --fresh              ask the peers again instead of taking their kept answers
  --brief              only the means of all items
  --worst N            how many of our worst items are listed (default 5)
  --json FILE          every figure of every item`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
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
  const names = positionals.includes("all") ? Object.keys(MEASUREMENTS) : positionals;
  const { half, where, fresh } = values;
  if (names.length === 0 || names.some((name) => !(name in MEASUREMENTS))) throw new DatasetError(USAGE);
  if (half !== "tune" && half !== "report") throw new DatasetError(USAGE);
  const seeds = values.seed?.split(",").map(Number);
  const wish: Wish = { half, seeds, where, methods: values.methods?.split(","), fresh };

  const { methods: ours, missing } = await ourMethods();
  const essentia = essentiaPeers(process.env.ETUDE_PEERS);
  if (missing.length > 0) console.log(`Not there yet: ${missing.join(", ")}.`);
  if (essentia === null) {
    console.log("essentia.js is not measured: npm install it in a folder and name that in ETUDE_PEERS.");
  }
  const methods = [...ours, ...npmPeers, ...(essentia ?? [])];
  const all: Row[] = [];
  for (const name of names) {
    const measurement = MEASUREMENTS[name];
    const rows = measure(measurement, methods, wish);
    const own = rows.filter((row) => ours.some((method) => method.name === row.method));
    all.push(...rows);
    console.log(`\n${name}, ${seeds ? `seed ${seeds.join(", ")}` : half}`);
    console.log(table(rows, values.brief ? [] : measurement.groups));
    const worst = Number(values.worst);
    if (worst > 0) console.log(failures(own, measurement.main, worst));
  }
  if (values.json) writeFileSync(values.json, JSON.stringify(all));
}

try {
  await main();
} catch (error) {
  if (!(error instanceof DatasetError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
