import { resolve } from "node:path";
import { root } from "./root.ts";

/** Where a built site lies, and the path under which it is meant to be served. */
export type SiteFolder = {
  /** Absolute path of the folder. */
  folder: string;
  /** Begins and ends with a slash: `/` or `/etude/`. */
  base: string;
};

/**
 * The site that scripts and tests work on: `dist/` for the base `/`, unless `ETUDE_DIST` (a folder) or `ETUDE_BASE`
 * (a path) say otherwise. astro.config.mjs reads the same `ETUDE_BASE`.
 */
export function siteFolder(env: NodeJS.ProcessEnv = process.env): SiteFolder {
  const inner = (env.ETUDE_BASE ?? "").replace(/^\/+|\/+$/g, "");
  return {
    folder: resolve(root, env.ETUDE_DIST || "dist"),
    base: inner === "" ? "/" : `/${inner}/`,
  };
}
