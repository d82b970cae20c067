import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FetchFile } from "../../../../src/stdlib/data/index.ts";

const folder = join(import.meta.dirname, "../../../../datasets");

/** Reads from `datasets/` as the site would answer. */
export const fromDisk: FetchFile = async (path) => {
  const answer = new Response(new Uint8Array(await readFile(join(folder, path))));
  Object.defineProperty(answer, "url", { value: `https://etude.example/course/datasets/${path}` });
  return answer;
};
