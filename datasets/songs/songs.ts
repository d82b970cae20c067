import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type SourcePackage, unpackPackage } from "../../scripts/datasets/packages.ts";

/** The packages of songs, by the name of who made them. */
export const SONG_PACKAGES = {
  muldjord: {
    registry: "debian",
    name: "fretsonfire-songs-muldjord",
    version: "2.dfsg-2.1",
    file: "fretsonfire-songs-muldjord_2.dfsg-2.1_all.deb",
    sha256: "b37adf8b08b46d4182c283e760e4f40622d83674e05803960ea1e11a92600c7b",
    licence: "CC-BY-SA-3.0",
  },
  sectoid: {
    registry: "debian",
    name: "fretsonfire-songs-sectoid",
    version: "1.dfsg-3.1",
    file: "fretsonfire-songs-sectoid_1.dfsg-3.1_all.deb",
    sha256: "14c1ed3e43c1a6a80eae7698f0469a0825cd1184e441968d62df89ca418aa0b4",
    licence: "MIT",
  },
} satisfies Record<string, SourcePackage>;

/** Who made a song. */
export type Maker = keyof typeof SONG_PACKAGES;

/** A song: the folder with its two tracks (song.ogg, guitar.ogg) and its chart (notes.mid). */
export type SongFolder = { folder: string; title: string; maker: Maker };

/** The eight songs that have a chart, in the order of their folders' names. */
export function songFolders(cache: string): SongFolder[] {
  return (["muldjord", "sectoid"] as const).flatMap((maker) => {
    const unpacked = unpackPackage(SONG_PACKAGES[maker], cache);
    const root = join(unpacked, "usr/share/games/fretsonfire/data/songs", maker);
    return readdirSync(root)
      .sort()
      .map((name) => join(root, name))
      .filter((folder) => existsSync(join(folder, "notes.mid")))
      .map((folder) => ({ folder, title: titleOf(folder), maker }));
  });
}

function titleOf(folder: string): string {
  const title = readFileSync(join(folder, "song.ini"), "utf8").match(/^name *= *(.+)$/m)?.[1];
  if (!title) throw new Error(`${folder}/song.ini has no name`);
  return title.trim();
}
