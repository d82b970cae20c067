import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

function path(relative: string): string {
  return fileURLToPath(new URL(`../../${relative}`, import.meta.url));
}

type Replacement = { module: string; by: string; importer?: RegExp };

const replacements: Replacement[] = [
  // Its own default is a 6 MB bundle with a second tfjs; this is the source it is made from.
  { module: "danfojs", by: "node_modules/danfojs/dist/danfojs-browser/src/index.js" },
  { module: "@tensorflow/tfjs", by: "src/vendor/tfjs.ts", importer: /\/danfojs\// },
  // All of d3, for a cell that names it; figures use only a part of the same package.
  { module: "d3", by: "node_modules/d3/dist/d3.min.js", importer: /\/stdlib\/library\.ts$/ },
  { module: "mathjs", by: "src/vendor/mathjs.ts", importer: /\/danfojs\// },
  { module: "table", by: "src/vendor/table.ts", importer: /\/danfojs\// },
  { module: "@pagefind/default-ui", by: "src/vendor/pagefind-ui.ts", importer: /\/starlight\// },
  { module: "typescript", by: "src/vendor/typescript.ts", importer: /\/notebook-kit\// },
];

/**
 * Bundles some packages in another form than their own, so that a page loads what it uses and no more. While
 * developing, where size does not matter, they are taken as they are.
 */
export function bundledModules(): Plugin {
  return {
    name: "etude:bundled-modules",
    enforce: "pre",
    apply: "build",
    resolveId(source, importer) {
      const found = replacements.find(
        (candidate) => candidate.module === source && (candidate.importer?.test(importer ?? "") ?? true),
      );
      return found ? path(found.by) : null;
    },
  };
}
