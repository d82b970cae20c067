/** One line of the lexicon: a word or sign, and what ten people thought of it. */
export type LexiconEntry = { line: number; word: string; ratings: number[] };

const RATERS = 10;
const MOST = 4;

/**
 * Reads `vader_lexicon.txt`: a line is a word, the mean, the standard deviation and the list of ten ratings, with tabs
 * between. Only the ratings are taken: in two lines the mean or the deviation is not theirs. Throws at a line that has
 * not ten whole ratings from −4 to 4.
 */
export function parseLexicon(text: string): LexiconEntry[] {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line, i) => {
    const [word, , , list] = line.split("\t");
    const ratings: unknown = JSON.parse(list ?? "[]");
    if (!word || !Array.isArray(ratings) || ratings.length !== RATERS || !ratings.every(isRating)) {
      throw new Error(`line ${i + 1} of the lexicon is not a word with ${RATERS} ratings: ${line}`);
    }
    return { line: i + 1, word, ratings };
  });
}

function isRating(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) <= MOST;
}
