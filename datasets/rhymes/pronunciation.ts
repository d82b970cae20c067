/** How a word is said: its sounds in the letters of CMUdict, "M AO1 R N IH0 NG". A vowel bears its stress: 1 most, 2 some, 0 none. */
export type Pronunciation = readonly string[];

const VOWEL = /\d$/;

/** How many syllables are said: one a vowel. */
export function syllables(sounds: Pronunciation): number {
  return sounds.filter((sound) => VOWEL.test(sound)).length;
}

/** The stresses of its syllables in order, "10" for "morning". */
export function stresses(sounds: Pronunciation): string {
  return sounds.flatMap((sound) => VOWEL.exec(sound) ?? []).join("");
}

/**
 * What must be the same in two words that rhyme: all from the last vowel with the main stress on, without the numbers.
 * A word without a main stress rhymes from its last vowel on.
 */
export function rhymePart(sounds: Pronunciation): string {
  const main = sounds.findLastIndex((sound) => sound.endsWith("1"));
  const from = main >= 0 ? main : sounds.findLastIndex((sound) => VOWEL.test(sound));
  return sounds
    .slice(Math.max(0, from))
    .map((sound) => sound.replace(VOWEL, ""))
    .join(" ");
}
