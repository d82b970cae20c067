// Part of npm run check: are the recorded pictures of each lesson those of its cells as they stand?
import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type Pictures, picturesPath, sourcesHash } from "../src/components/markdown/pictures.ts";
import { allLessons } from "./lib/lessons.ts";

const maxGzipBytes = 150 * 1024;

let faults = 0;
for (const { id, path } of allLessons()) {
  const file = picturesPath(path);
  const say = (fault: string) => {
    faults += 1;
    console.log(`${id}: ${fault}`);
  };
  if (!existsSync(file)) {
    say("no pictures are recorded; run npm run record");
    continue;
  }
  const text = readFileSync(file, "utf8");
  const { sources } = JSON.parse(text) as Pictures;
  if (sources !== sourcesHash(readFileSync(path, "utf8"))) {
    say("its cells have changed since its pictures were recorded; run npm run record");
  }
  const bytes = gzipSync(text).length;
  if (bytes > maxGzipBytes) say(`its pictures take ${bytes} bytes compressed; ${maxGzipBytes} are allowed`);
}
process.exit(faults === 0 ? 0 : 1);
