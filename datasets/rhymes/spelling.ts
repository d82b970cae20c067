const VOWELS = /[aeiouy]/g;
const VOWEL_GROUPS = /[aeiouy]+/g;

/** What can be counted in the letters of a word. */
export type Spelling = {
  letters: number;
  vowels: number;
  vowelGroups: number;
  finalE: number;
  finalEd: number;
};

/** Counts the letters of a word in small letters; y is a vowel. */
export function spellingOf(word: string): Spelling {
  const count = (pattern: RegExp) => word.match(pattern)?.length ?? 0;
  return {
    letters: word.length,
    vowels: count(VOWELS),
    vowelGroups: count(VOWEL_GROUPS),
    finalE: /[^aeiouy]e$/.test(word) ? 1 : 0,
    finalEd: /[^td]ed$/.test(word) ? 1 : 0,
  };
}
