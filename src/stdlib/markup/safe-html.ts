import { imageAddress, linkAddress } from "./safe-address.ts";

/** The elements that Markdown can make, and their attributes that are kept. Everything else becomes text or goes. */
const allowed: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    "p br hr h1 h2 h3 h4 h5 h6 em strong del blockquote ul table thead tbody tr sup pre"
      .split(" ")
      .map((name) => [name, []]),
  ),
  a: ["href", "title", "id", "class", "aria-label"],
  code: ["class"],
  img: ["src", "alt", "title"],
  input: ["checked"],
  li: ["id"],
  ol: ["start"],
  section: ["class"],
  td: ["align"],
  th: ["align"],
};

const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)(?: \/)?>|</g;
const attribute = / ([a-z-]+)="([^"]*)"/g;

/**
 * HTML that a Markdown renderer made, with nothing in it but text, its formatting, links, and pictures that need no
 * network. A second fence behind the renderer's own: a `<` that does not begin exactly such an element is shown as text.
 *
 * @param idPrefix ids that do not begin with it are dropped
 */
export function safeHtml(html: string, idPrefix: string): string {
  let openLinks = 0;
  return html.replace(tag, (found, slash?: string, name = "", attributes = "") => {
    if (found === "<" || !Object.hasOwn(allowed, name)) return found.replace("<", "&lt;");
    if (name === "a") openLinks += slash ? -1 : 1;
    if (slash) return `</${name}>`;
    const given: Map<string, string> = new Map();
    for (const [, key, value] of attributes.matchAll(attribute)) {
      if (allowed[name]!.includes(key) && isHarmless(key, value, idPrefix)) given.set(key, value);
    }
    if (name === "input") return checkbox(given.has("checked"));
    if (name === "img") return picture(given, openLinks > 0);
    if (name === "a") link(given);
    return `<${name}${written(given)}>`;
  });
}

function isHarmless(key: string, value: string, idPrefix: string): boolean {
  if (key === "id") return value.startsWith(idPrefix);
  if (key === "class") return /^(language-\S+|footnotes|data-footnote-backref)$/.test(value);
  if (key === "align") return /^(left|right|center)$/.test(value);
  return true;
}

function written(attributes: Map<string, string>): string {
  return Array.from(attributes, ([key, value]) => ` ${key}="${value}"`).join("");
}

function link(attributes: Map<string, string>): void {
  const address = linkAddress(attributes.get("href") ?? "");
  if (address === null) attributes.delete("href");
  else if (address === "elsewhere") attributes.set("rel", "noopener noreferrer");
}

/** A box of a task list is no control: nothing can be done with it. */
function checkbox(isDone: boolean): string {
  return isDone
    ? '<span role="img" aria-label="done">☑</span>'
    : '<span role="img" aria-label="not done">☐</span>';
}

/** A picture that lies elsewhere would be fetched from there, and tell that it was seen: it is named instead. */
function picture(attributes: Map<string, string>, isInLink: boolean): string {
  const source = attributes.get("src") ?? "";
  const address = imageAddress(source);
  if (address === "here") return `<img${written(attributes)}>`;
  const words = `picture, not loaded: ${attributes.get("alt") || source}`;
  if (address === null || isInLink) return `[${words}]`;
  return `[<a href="${source}" rel="noopener noreferrer">${words}</a>]`;
}
