import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { unpackPackage } from "../../scripts/datasets/packages.ts";
import { runTool } from "../../scripts/datasets/tools.ts";
import type { Game } from "./games.ts";

/** A file of music: where it lies on this machine, and its path below the folder of the game's music. */
export type MusicFile = { game: string; file: string; path: string; seconds: number };

// Four tracks of HyperRogue whose headers ffmpeg refuses, and one of Colobot that is its main theme once more.
const LEFT_OUT = /^(hr-savino-.*|music010\.ogg)$/;
const SOUND = /\.(ogg|opus)$/;
/** Shorter ones are jingles, and leave no room for a segment away from their ends. */
export const LEAST_SECONDS = 36;

/** The music of a game that is long enough, in the order of the files' names. */
export function musicOf({ name, source, folder, archive }: Game, cache: string): MusicFile[] {
  const inside = join(unpackPackage(source, cache), folder);
  const root = archive ? unzipped(join(inside, archive)) : inside;
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => SOUND.test(file) && !LEFT_OUT.test(file))
    .sort()
    .map((file) => ({ game: name, file, path: join(root, file), seconds: durationOf(join(root, file)) }))
    .filter(({ seconds }) => seconds >= LEAST_SECONDS);
}

function unzipped(archive: string): string {
  const folder = `${archive}.unzipped`;
  if (!existsSync(folder)) runTool("unzip", ["-q", "-o", archive, "-d", folder]);
  return folder;
}

function durationOf(path: string): number {
  const asked = ["-v", "error", "-show_entries", "format=duration", "-of", "default=nw=1:nk=1"];
  return Number(new TextDecoder().decode(runTool("ffprobe", [...asked, path])).trim());
}
