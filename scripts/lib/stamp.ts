import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";
import type { SiteFolder } from "./site-folder.ts";

/** What a built site is made of: files, and folders with all that is in them. */
const INPUTS = [
  "astro.config.mjs",
  "package-lock.json",
  "tsconfig.json",
  "scripts/lib",
  "src",
  "public",
  "lessons",
  "datasets",
];

const STAMP = ".stamp";

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Hash of files and of folders with all that is in them, and of what else a build depends on. */
export function hashOf(inputs: readonly string[], base: string, folder: string = root): string {
  const hash = createHash("sha256").update(base);
  for (const input of inputs) {
    for (const file of filesUnder(join(folder, input))) {
      hash.update(`\n${file.slice(folder.length)}\n`).update(readFileSync(file));
    }
  }
  return hash.digest("hex");
}

/** Hash of everything that a build of the site reads, and of the base path it is built for. */
export function inputHash(base: string, folder: string = root): string {
  return hashOf(INPUTS, base, folder);
}

/** Whether what lies in a folder was built from inputs of this hash. An interrupted build has no stamp. */
export function isStamped(folder: string, hash: string): boolean {
  const stamp = join(folder, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/** Whether the site was built from exactly the present inputs. */
export function isFresh({ folder, base }: SiteFolder): boolean {
  return isStamped(folder, inputHash(base));
}

/** Marks what was built as built from inputs of this hash (taken before the build, so that edits during it count). */
export function writeStamp({ folder }: Pick<SiteFolder, "folder">, hash: string): void {
  writeFileSync(join(folder, STAMP), hash);
}

/** Takes the mark away, so that a build which fails or is interrupted is not taken for a finished one. */
export function removeStamp({ folder }: SiteFolder): void {
  rmSync(join(folder, STAMP), { force: true });
}
