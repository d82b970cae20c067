import { byCodePoint } from "../base/by-code-point.ts";
import { unstableArgsort } from "../base/unstable-argsort.ts";

/** Which terms are kept. */
export type VocabularyLimits = { minDf: number; maxDf: number; maxFeatures: number | null; binary: boolean };

/**
 * The terms to keep, sorted by character code: those in neither too few nor too many of the texts, and of these
 * the most frequent (with `binary`, those in most texts). Throws when there is none.
 */
export function chooseVocabulary(
  texts: readonly string[][],
  { minDf, maxDf, maxFeatures, binary }: VocabularyLimits,
): string[] {
  const counts = new Map<string, { texts: number; times: number; last: number }>();
  for (const [i, terms] of texts.entries()) {
    for (const term of terms) {
      const count = counts.get(term);
      if (count === undefined) counts.set(term, { texts: 1, times: 1, last: i });
      else {
        count.times++;
        if (count.last !== i) count.texts++;
        count.last = i;
      }
    }
  }
  if (counts.size === 0) {
    throw new RangeError("X has no terms at all: its texts are empty, or have only stop words");
  }
  const most = maxDf <= 1 ? maxDf * texts.length : maxDf;
  const least = minDf < 1 ? minDf * texts.length : minDf;
  if (most < least) {
    throw new RangeError(
      `minDf ${minDf} and maxDf ${maxDf} leave no terms: of ${texts.length} texts that is at least ${least} and at most ${most}`,
    );
  }
  let terms = [...counts.keys()].sort(byCodePoint).filter((term) => {
    const inTexts = counts.get(term)!.texts;
    return inTexts >= least && inTexts <= most;
  });
  if (maxFeatures !== null && terms.length > maxFeatures) {
    // What scikit-learn keeps of equally frequent terms is decided by how numpy sorts.
    const order = unstableArgsort(terms.map((term) => -counts.get(term)![binary ? "texts" : "times"]));
    terms = [...order.subarray(0, maxFeatures).sort()].map((at) => terms[at]!);
  }
  if (terms.length === 0) {
    throw new RangeError(
      `No term is in at least ${least} and at most ${most} texts: lower minDf or raise maxDf`,
    );
  }
  return terms;
}
