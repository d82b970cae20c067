import { markdownToHtml } from "../../stdlib/markup/md.ts";
import type { ReferenceName } from "../../stdlib/reference-entry.ts";

/** Addresses in the reference, by the name as a cell writes it. */
export type Places = ReadonlyMap<string, string>;

/** Where each name stands in the reference of a site that lies under `base`, those in spaces included. */
export function placesOf(names: readonly ReferenceName[], base: string): Places {
  const places = new Map<string, string>();
  const add = (path: string, url: string | undefined) => {
    if (url) places.set(path, base + url);
  };
  for (const entry of names) {
    add(entry.name, entry.url);
    if (entry.kind !== "namespace") continue;
    for (const member of entry.members ?? []) add(`${entry.name}.${member.name}`, member.url);
  }
  return places;
}

/** Half of all texts are the same as another: inherited methods, usual arguments, sentences told on two pages. */
const set = new Map<string, string>();

function setOnce(markdown: string): string {
  const html = set.get(markdown) ?? markdownToHtml(markdown);
  set.set(markdown, html);
  return html;
}

/** A doc comment's Markdown as HTML, with each name that it mentions linked to its place. */
export function docHtml(markdown: string, places: Places): string {
  return setOnce(markdown).replace(/<code>([\w.]+)<\/code>/g, (code, name: string) => {
    const place = places.get(name);
    return place ? `<a href="${place}">${code}</a>` : code;
  });
}

/** The same for a few words in a line, without a paragraph around them. */
export function inlineHtml(markdown: string, places: Places): string {
  return docHtml(markdown, places).replace(/^<p>|<\/p>$/g, "");
}

/** A sentence to stand beside a link to what it is about: as HTML, without links of its own. */
export function summaryHtml(markdown = ""): string {
  return inlineHtml(markdown, new Map());
}
