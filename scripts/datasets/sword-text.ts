import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";

// The format zText of the SWORD project: x.bzs lists compressed blocks (place, size, size when inflated) in x.bzz.
const ENTRY_BYTES = 12;

/** The blocks of a compressed SWORD text (`path` without its ending, such as ".../ot"), each in OSIS markup. */
export function readSwordBlocks(path: string): string[] {
  const [entries, data] = [readFileSync(`${path}.bzs`), readFileSync(`${path}.bzz`)];
  return Array.from({ length: entries.length / ENTRY_BYTES }, (_, i) => {
    const [place, size] = [0, 4].map((at) => entries.readUInt32LE(i * ENTRY_BYTES + at));
    return size > 0 ? inflateSync(data.subarray(place, place + size)).toString("utf8") : "";
  });
}

/** The lines of a piece of OSIS, without notes, titles and markup. */
export function osisLines(osis: string): string[] {
  return osis
    .replace(/<(note|title)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<l [^>]*eID[^>]*>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .split("\n")
    .map((line) =>
      line
        .replace(/\s+/g, " ")
        .replace(/ ([,.;:!?’”])/g, "$1")
        .trim(),
    )
    .filter((line) => line !== "");
}
