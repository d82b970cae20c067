import { cleanTitle } from "../document/index.ts";

/** What a notebook's front matter is read for; the rest of it is kept and means nothing. */
export type Head = { title: string | null; seed: number | null };

const pattern = /^---\n((?:(?!---[ \t]*(?:\n|$))[^\n]*\n)*)---[ \t]*(?:\n|$)/;

/** The value of the first line `key: value` that stands at the left edge, without its quotes. */
function valueOfKey(frontMatter: string, key: string): string | null {
  const line = frontMatter.split("\n").find((line) => line.startsWith(`${key}:`));
  return line === undefined ? null : unquoted(line.slice(key.length + 1).trim());
}

function unquoted(value: string): string | null {
  if (value.startsWith('"')) {
    const quoted = value.match(/^"(?:[^"\\]|\\.)*"/)?.[0];
    try {
      return quoted === undefined ? null : String(JSON.parse(quoted));
    } catch {
      return null;
    }
  }
  if (value.startsWith("'")) return value.match(/^'((?:[^']|'')*)'/)?.[1]?.replaceAll("''", "'") ?? null;
  // The beginnings of what YAML can do beyond a line of text: blocks, anchors, tags, lists.
  if (/^[|>&*!%@`[{]/.test(value)) return null;
  return value.replace(/\s+#.*$/, "");
}

/** The title and the seed that a notebook's Markdown states. Reads lines, not YAML: nothing in it can do anything. */
export function readHead(markdown: string): Head {
  const frontMatter = markdown.match(pattern)?.[1] ?? "";
  const title = valueOfKey(frontMatter, "title");
  const seed = valueOfKey(frontMatter, "seed") ?? "";
  return {
    title: title === null ? null : cleanTitle(title),
    seed: /^-?\d{1,15}$/.test(seed) ? Number(seed) : null,
  };
}

/** The title as a value of the front matter: as it stands where that is safe, else in quotes. */
function quotedIfNeeded(title: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} ,.()'!?+&/-]*$/u.test(title);
  const meansMore = /^(true|false|null|yes|no|on|off|y|n)$/i.test(title);
  return isPlain && !meansMore ? title : JSON.stringify(title);
}

/**
 * A notebook as the text of an `.etude.md` file: its Markdown with this title in the front matter. Everything else,
 * the seed too, stays to the letter.
 */
export function writeNotebookMarkdown(title: string, markdown: string): string {
  const line = `title: ${quotedIfNeeded(cleanTitle(title) ?? "Untitled")}`;
  const head = markdown.match(pattern);
  if (!head) return `---\n${line}\n---\n\n${markdown}`;
  const lines = head[1]!.split("\n").slice(0, -1);
  const at = lines.findIndex((line) => line.startsWith("title:"));
  if (at < 0) lines.unshift(line);
  else {
    // A title over several lines goes on as long as they are indented.
    let end = at + 1;
    while (end < lines.length && /^\s/.test(lines[end]!)) ++end;
    lines.splice(at, end - at, line);
  }
  return `---\n${lines.join("\n")}\n---\n${markdown.slice(head[0].length)}`;
}
