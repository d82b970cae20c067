// Two labels by rules that look at words only, each made by hand before any model was fitted.
const CALLS =
  /\b(praise|praised|sing|thanks|exalt|extol|bless|blessed|rejoice|shout|worship|glory|joy|glad|great|marvelous|wonderful)\b/g;
const PLEAS =
  /\b(save|deliver|help|hear|listen|answer|mercy|rescue|why|forsake|forsaken|how long|hide|cry|redeem|forget|forgotten|cast off|restore|preserve me|hurry)\b/g;

const GLAD =
  /\b(joy|joyful|glad|gladness|rejoice|rejoices|sing|singing|song|praise|delight|happy|good|goodness|beautiful|peace|great|strength|blessed|wonderful|life)\b/g;
const SAD =
  /\b(tears|weep|weeping|mourn|mourning|sorrow|sorrows|grief|groaning|pain|afflicted|affliction|trouble|troubles|distress|despair|alone|death|sheol|sin|shame|reproach|enemy|enemies|anger|wrath)\b/g;

/** "praise" where calls to praise outnumber pleas, "lament" where there are fewer; null where there are as many. */
export function genreByWords(text: string): "praise" | "lament" | null {
  return more(text, CALLS, PLEAS, ["praise", "lament"]);
}

/** "glad" where glad words outnumber sad ones, "sad" where there are fewer; null where there are as many. */
export function moodByWords(text: string): "glad" | "sad" | null {
  return more(text, GLAD, SAD, ["glad", "sad"]);
}

/** The mean valence of the words of a text that a lexicon has, each as often as it occurs. Throws when it has none. */
export function meanValence(text: string, lexicon: ReadonlyMap<string, number>): number {
  const rated = wordsOf(text).flatMap((word) => lexicon.get(word) ?? []);
  if (rated.length === 0) throw new Error("No word of the text is in the lexicon.");
  return rated.reduce((sum, valence) => sum + valence, 0) / rated.length;
}

/** The words of a text in small letters. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** How many words a text has: "don't" is one, though its halves are looked up in lexicons and counts apart. */
export function wordCountOf(text: string): number {
  return text.match(/\p{L}+(?:['\u2019]\p{L}+)*/gu)?.length ?? 0;
}

function more<T>(text: string, first: RegExp, second: RegExp, [a, b]: [T, T]): T | null {
  const count = (pattern: RegExp) => text.toLowerCase().match(pattern)?.length ?? 0;
  const difference = count(first) - count(second);
  if (difference === 0) return null;
  return difference > 0 ? a : b;
}
