import { join } from "node:path";
import { osisLines, readSwordBlocks } from "../../scripts/datasets/sword-text.ts";

/** A psalm: its number, its lines, and what is set above it. */
export type Psalm = { number: number; title: string; lines: string[] };

const TEXT = "usr/share/sword/modules/texts/ztext/engWEB2015eb/ot";
const BOOK = 'osisID="Ps"';
const PAUSE = /^Selah\.?$/;

/** The 150 psalms of the World English Bible, from the unpacked package `sword-text-web`. */
export function readPsalms(folder: string): Psalm[] {
  const book = readSwordBlocks(join(folder, TEXT)).find((block) => block.slice(0, 200).includes(BOOK));
  if (book === undefined) throw new Error("The package has no book of psalms.");
  const [, ...chapters] = book.split(/<chapter n="\d+" osisID="Ps\.\d+" sID="Ps\.\d+"\/>/);
  if (chapters.length !== 150) throw new Error(`There are ${chapters.length} psalms, not 150.`);
  return chapters.map((osis, i) => ({
    number: i + 1,
    title: osisLines(/<title [^>]*type="psalm"[^>]*>([\s\S]*?)<\/title>/.exec(osis)?.[1] ?? "").join(" "),
    lines: osisLines(osis)
      .filter((line) => !PAUSE.test(line))
      .map((line) => line.replace(/ ?\bSelah\.?/g, "")),
  }));
}
