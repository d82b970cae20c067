/** A name that can be found: its path as a cell writes it, and the sentence that is said of it. */
export type FindableName = { path: string; summary?: string };

/** The words of what was typed, in lower case. */
export function wordsOf(typed: string): string[] {
  return typed.toLowerCase().split(/\s+/).filter(Boolean);
}

/**
 * How well a name answers what was typed: 0 when it is the name, 1 when the name begins so, 2 when the words are in
 * it, 3 when some are only in its sentence; undefined when one of the words is in neither. A member is as good by its
 * own name as by its whole path: `stft` is `music.stft`.
 */
export function nameRank(typed: string, { path, summary = "" }: FindableName): number | undefined {
  const words = wordsOf(typed);
  const whole = words.join(" ");
  const full = path.toLowerCase();
  const text = `${full} ${summary.toLowerCase()}`;
  if (words.length === 0 || !words.every((word) => text.includes(word))) return undefined;
  const forms = [full, full.slice(full.lastIndexOf(".") + 1)];
  if (forms.includes(whole)) return 0;
  if (forms.some((form) => form.startsWith(whole))) return 1;
  return words.every((word) => full.includes(word)) ? 2 : 3;
}

/** The name that answers best. Of equals it is the one that lies least deep, then the first. */
export function bestMatch<T extends FindableName>(typed: string, names: readonly T[]): T | undefined {
  const depth = ({ path }: T) => path.split(".").length;
  return names
    .flatMap((name) => {
      const rank = nameRank(typed, name);
      return rank === undefined ? [] : [{ name, rank }];
    })
    .sort((a, b) => a.rank - b.rank || depth(a.name) - depth(b.name))[0]?.name;
}
