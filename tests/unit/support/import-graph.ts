import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

/** Which files each file of a folder imports; paths are relative to that folder, with slashes. */
export type ImportGraph = Map<string, string[]>;

const SOURCE = /\.(ts|mjs|js|astro)$/;

/** The parts of an Astro file that are TypeScript: its front matter and its scripts. */
function scriptsOf(file: string, text: string): string {
  if (!file.endsWith(".astro")) return text;
  const frontMatter = /^\s*---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? "";
  const scripts = [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
  return [frontMatter, ...scripts].join("\n");
}

/** Every module that a source text names: imports of values and types, re-exports, `import()`, workers. */
export function importsOf(file: string, text: string): string[] {
  const source = scriptsOf(file, text);
  const imported = ts.preProcessFile(source, true, true).importedFiles.map((entry) => entry.fileName);
  const workers = [...source.matchAll(/new URL\(\s*["']([^"']+)["'],\s*import\.meta\.url/g)].map(
    (m) => m[1]!,
  );
  return [...imported, ...workers];
}

function resolveImport(folder: string, from: string, name: string): string | undefined {
  const path = name.replace(/\?.*$/, "");
  if (!path.startsWith(".")) return undefined;
  const file = resolve(folder, dirname(from), path);
  if (!existsSync(file) || !statSync(file).isFile()) return undefined;
  return relative(folder, file).replaceAll("\\", "/");
}

/** Reads all sources under a folder. What they import from outside of it, and packages, is left out. */
export function readImports(folder: string): ImportGraph {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => SOURCE.test(file));
  return new Map(
    files.map((file) => {
      const names = importsOf(file, readFileSync(join(folder, file), "utf8"));
      const targets = names.map((name) => resolveImport(folder, file, name));
      return [
        file,
        targets.filter((target) => target !== undefined && !target.startsWith("../")) as string[],
      ];
    }),
  );
}
