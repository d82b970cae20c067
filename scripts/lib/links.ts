import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { SiteFolder } from "./site-folder.ts";

const TAG = /<([a-z][a-z0-9-]*)((?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /\s([^\s=>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/g;
const LINKING = new Set(["href", "src", "poster", "data"]);

/** What a page links to and what can be linked to in it. */
type Page = { links: string[]; ids: Set<string> };

function decoded(text: string): string {
  return text
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replace(/&#(x?)([\da-f]+);/gi, (_, hex, code) =>
      String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
    );
}

/** Reads the links and ids of a page's HTML. What scripts and styles contain is no markup. */
export function readPage(html: string): Page {
  const markup = html
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/gi, "$1");
  const page: Page = { links: [], ids: new Set() };
  for (const [, , attributes] of markup.matchAll(TAG)) {
    for (const [, name, double, single, bare] of attributes!.matchAll(ATTRIBUTE)) {
      const value = decoded(double ?? single ?? bare ?? "");
      if (name === "id") page.ids.add(value);
      if (LINKING.has(name!)) page.links.push(value);
      if (name === "srcset") page.links.push(...value.split(",").map((part) => part.trim().split(/\s+/)[0]!));
    }
  }
  return page;
}

/** The HTML files of a built site, relative to its folder, with slashes. */
export function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html"))
    .sort();
}

/** The path of an HTML file's page inside the site: `a/index.html` is `a/`. */
export function pagePath(file: string): string {
  return file.replace(/(^|\/)index\.html$/, "$1");
}

function fileFor(folder: string, path: string): string | undefined {
  const candidates = path.endsWith("/") || path === "" ? [`${path}index.html`] : [path, `${path}.html`];
  return candidates.find((name) => {
    const file = join(folder, name);
    return existsSync(file) && statSync(file).isFile();
  });
}

/**
 * Every link of a built site that leads nowhere inside it: no such file, outside the base path, or no element with
 * the id after `#`. Links to other sites are not followed.
 * @returns lines as `generalising/overfitting/: /etude/missing/ (no such file)`
 */
export function brokenLinks({ folder, base }: SiteFolder): string[] {
  const files = htmlFiles(folder);
  const pages = new Map(files.map((file) => [file, readPage(readFileSync(join(folder, file), "utf8"))]));
  const broken: string[] = [];
  for (const [file, page] of pages) {
    const here = new URL(base + pagePath(file), "http://site");
    const reason = (link: string): string | undefined => {
      const url = URL.parse(link, here);
      if (!url) return "not an address";
      if (url.origin !== here.origin) return undefined;
      if (!url.pathname.startsWith(base)) return `outside ${base}`;
      const target = fileFor(folder, decodeURIComponent(url.pathname.slice(base.length)));
      if (!target) return "no such file";
      const id = decodeURIComponent(url.hash.slice(1));
      const ids = pages.get(target)?.ids;
      // "#_top" and "#top" are the page itself.
      if (id === "" || !ids || id === "top" || ids.has(id)) return undefined;
      return `no element with the id ${id}`;
    };
    for (const link of new Set(page.links)) {
      const why = reason(link);
      if (why) broken.push(`${pagePath(file) || "front page"}: ${link} (${why})`);
    }
  }
  return broken;
}
