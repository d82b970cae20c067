import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/**
 * Tells the pages that have a notebook to fetch, from the start, the files that nearly every lesson's first cells
 * name: else they would be asked for only when the notebook has been woken.
 * @param chunks names of files of the build, without their hash
 */
export function preloadModules(chunks: string[]): AstroIntegration {
  let base = "/";
  return {
    name: "etude:preload-modules",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.replace(/\/?$/, "/");
      },
      "astro:build:done": ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = readdirSync(join(folder, "_astro"));
        const links = chunks.map((chunk) => {
          const file = files.find((name) => name.startsWith(`${chunk}.`) && name.endsWith(".js"));
          if (!file) throw new Error(`The build has no file called ${chunk}.*.js to preload.`);
          return `<link rel="modulepreload" href="${base}_astro/${file}">`;
        });
        for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
          if (!name.endsWith(".html")) continue;
          const path = join(folder, name);
          const html = readFileSync(path, "utf8");
          if (html.includes("<etude-notebook"))
            writeFileSync(path, html.replace("</head>", `${links.join("")}</head>`));
        }
      },
    },
  };
}
