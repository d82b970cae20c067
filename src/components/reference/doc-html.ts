import { markdownToHtml } from "../../stdlib/markup/md.ts";
import type { ReferenceName } from "../../stdlib/reference-entry.ts";

/** Addresses on the page of the reference, by the name as a cell writes it. */
export type Places = ReadonlyMap<string, string>;

/** Where each name is on the page, those in spaces included. */
export function placesOf(names: readonly ReferenceName[]): Places {
  const places = new Map<string, string>();
  const add = (path: string, url: string | undefined) => {
    const hash = url?.slice(url.indexOf("#"));
    if (hash) places.set(path, hash);
  };
  for (const entry of names) {
    add(entry.name, entry.url);
    if (entry.kind !== "namespace") continue;
    for (const member of entry.members ?? []) add(`${entry.name}.${member.name}`, member.url);
  }
  return places;
}

/** A doc comment's Markdown as HTML, with each name that it mentions linked to its place. */
export function docHtml(markdown: string, places: Places): string {
  return markdownToHtml(markdown).replace(/<code>([\w.]+)<\/code>/g, (code, name: string) => {
    const place = places.get(name);
    return place ? `<a href="${place}">${code}</a>` : code;
  });
}

/** The same for a few words in a line, without a paragraph around them. */
export function inlineHtml(markdown: string, places: Places): string {
  return docHtml(markdown, places).replace(/^<p>|<\/p>$/g, "");
}
