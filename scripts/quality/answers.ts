import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatasetError, runTool } from "../datasets/tools.ts";
import { CACHE, wavPath } from "./build.ts";
import type { Item } from "./item.ts";
import type { Estimates, Method, TaskName } from "./methods/method.ts";
import { readWav } from "./wav.ts";

/** What a method answered for an item and how long it took. */
export type Answer = { estimate: Estimates[TaskName]; ms: number };

/** Asks a method about every item. An error of it ends the run, with the item's name. */
export function ask(method: Method, items: Item[]): Answer[] {
  // Once for the compiler, so that the first item does not pay for it.
  if (items.length > 0) method.run(readWav(wavPath(items[0])), items[0].sr, items[0]);
  return items.map((item) => {
    const samples = readWav(wavPath(item));
    const began = performance.now();
    try {
      const estimate = method.run(samples, item.sr, item);
      return { estimate, ms: performance.now() - began };
    } catch (error) {
      throw new DatasetError(`${method.name} failed on ${wavPath(item)}: ${(error as Error).stack ?? error}`);
    }
  });
}

/** aubio's answers, from Python. */
export function askAubio(task: TaskName, items: Item[]): Answer[] {
  const request = JSON.stringify({ task, paths: items.map(wavPath) });
  const script = join(import.meta.dirname, "methods", "aubio_side.py");
  const out = runTool("/usr/bin/python3", [script], { input: Buffer.from(request) });
  return out
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** Answers of a method that does not change, kept from run to run: `compute` is called for what is not there. */
export function kept(
  name: string,
  task: TaskName,
  items: Item[],
  compute: (items: Item[]) => Answer[],
): Answer[] {
  const folder = join(CACHE, "answers", `${task} ${name}`.replaceAll(/[^\w-]+/g, "-"));
  mkdirSync(folder, { recursive: true });
  const path = (item: Item) => join(folder, `${item.id}-${stamp(item)}.json`);
  const missing = items.filter((item) => !existsSync(path(item)));
  const answers = missing.length > 0 ? compute(missing) : [];
  for (const [i, item] of missing.entries()) writeFileSync(path(item), JSON.stringify(answers[i]));
  return items.map((item) => JSON.parse(readFileSync(path(item), "utf8")));
}

/** Changes when the item's truth does, as it will with the way the set is made. */
function stamp(item: Item): string {
  return createHash("sha256").update(JSON.stringify(item)).digest("hex").slice(0, 8);
}
