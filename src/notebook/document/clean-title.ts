import { hiddenCharacters } from "./hidden-characters.ts";
import { textLimits } from "./text-limits.ts";

/** A title on one line, without hidden characters and not too long; null when nothing is left of it. */
export function cleanTitle(title: string): string | null {
  const line = title.replace(hiddenCharacters, " ").replace(/\s+/g, " ").trim();
  return line === "" ? null : Array.from(line).slice(0, textLimits.titleCharacters).join("").trim();
}
