import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const root = fileURLToPath(new URL("../../datasets", import.meta.url));

/** What a learner's page may load of a dataset: its tables and its sounds, not the scripts that built them. */
const served = /\.(json|csv|ogg|webm|opus|mp3|bin|md)$/;

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return served.test(name) ? [path] : [];
  });
}

/** Serves `datasets/` under `/datasets/` while developing, and copies it into the built site. */
export function datasetFiles(): Plugin {
  return {
    name: "etude:dataset-files",
    configureServer(server) {
      const prefix = `${server.config.base}datasets/`.replace("//", "/");
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
        if (!path.startsWith(prefix)) return next();
        const file = resolve(root, path.slice(prefix.length));
        if (!file.startsWith(root + sep) || !served.test(file) || !existsSync(file)) return next();
        createReadStream(file).pipe(response);
        return undefined;
      });
    },
    generateBundle() {
      if (this.environment?.name !== "client") return;
      for (const path of filesBelow(root)) {
        const fileName = `datasets/${path
          .slice(root.length + 1)
          .split(sep)
          .join("/")}`;
        this.emitFile({ type: "asset", fileName, source: readFileSync(path) });
      }
    },
  };
}
