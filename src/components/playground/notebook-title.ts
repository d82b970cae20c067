import { hiddenCharacters } from "../../notebook/share/hidden-characters.ts";

/** What a notebook without a name is called. */
export const untitled = "Untitled notebook";

const longest = 200;

/** A title as it is kept: one line, without spaces around it, of at most 200 characters; never empty. */
export function notebookTitle(written: string): string {
  const line = written.replace(hiddenCharacters, " ").replace(/\s+/g, " ").trim();
  return Array.from(line).slice(0, longest).join("").trim() || untitled;
}

/** The title of a copy, different from those that are taken: `Drums (copy)`, `Drums (copy 2)`. */
export function copyTitle(title: string, taken: Iterable<string>): string {
  const titles = new Set(taken);
  const stem = title.replace(/ \(copy(?: \d+)?\)$/, "");
  const withEnding = (ending: string) =>
    `${Array.from(stem)
      .slice(0, longest - ending.length)
      .join("")
      .trim()}${ending}`;
  let result = withEnding(" (copy)");
  for (let i = 2; titles.has(result); ++i) result = withEnding(` (copy ${i})`);
  return result;
}

/** The name of a notebook's file without its ending: what every file system takes. */
export function fileStem(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return plain || "notebook";
}
