import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Plugin } from "vite";
import { root } from "./root.ts";

/**
 * Folders of the repository that pages load from, and which of their files: of a dataset its tables, sounds and
 * datasheet, not the scripts that built it; of the lessons their Markdown, for `toMarkdown()`.
 */
const folders: Record<string, RegExp> = {
  datasets: /\.(json|csv|ogg|webm|opus|mp3|bin|md)$/,
  lessons: /\.md$/,
};

/** The files that pages may load, by their path below the site's base. */
function servedPaths(): string[] {
  return Object.entries(folders).flatMap(([folder, kinds]) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => kinds.test(path))
      .map((path) => `${folder}/${path.split(sep).join("/")}`),
  );
}

/** Serves datasets and lesson sources while developing, and copies them into the built site. */
export function servedFiles(): Plugin {
  return {
    name: "etude:served-files",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
        const inner = path.startsWith(server.config.base)
          ? path.slice(server.config.base.length)
          : path.slice(1);
        const file = join(root, inner);
        if (!servedPaths().includes(inner) || !existsSync(file)) return next();
        createReadStream(file).pipe(response);
        return undefined;
      });
    },
    generateBundle() {
      if (this.environment?.name !== "client") return;
      for (const fileName of servedPaths()) {
        this.emitFile({ type: "asset", fileName, source: readFileSync(join(root, fileName)) });
      }
    },
  };
}
