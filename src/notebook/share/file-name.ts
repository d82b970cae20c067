import { hiddenCharacters } from "./hidden-characters.ts";
import { limits } from "./limits.ts";

/** What is wrong with a name for a notebook's own file, as the end of a sentence; null when it will do. */
export function fileNameProblem(name: string): string | null {
  if (name.trim() === "") return "is empty";
  if (/[/\\]/.test(name) || name === "." || name === "..") return "has a folder in it";
  if (name.search(hiddenCharacters) >= 0) return "has characters in it that cannot be seen";
  if (name.trim() !== name) return "begins or ends with a space";
  if (name.length > limits.fileNameCharacters) {
    return `is ${name.length} characters long, and ${limits.fileNameCharacters} is the most`;
  }
  return null;
}

/** A name as a message shows it: short, and with nothing hidden in it. */
export function shownName(name: string): string {
  const visible = name.replace(hiddenCharacters, "\ufffd");
  return visible.length > 60 ? `“${visible.slice(0, 59)}…”` : `“${visible}”`;
}
