import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a package says of a track: its title, who made it, and under which licence. */
export type Credit = {
  game: string;
  file: string;
  /** The piece of music: two versions of one are one piece. */
  piece: string;
  title: string;
  artist: string;
  licence: string;
};

/** Every track that is measured, from credits.tsv. */
export function readCredits(): Credit[] {
  const [, ...lines] = readFileSync(join(import.meta.dirname, "credits.tsv"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [game, file, piece, title, artist, licence] = line.split("\t");
    return { game, file, piece, title, artist, licence };
  });
}
