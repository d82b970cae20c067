import type { Label } from "../base/labels.ts";
import type { Predictor } from "../base/learner.ts";
import { testFold } from "./cross-validate.ts";
import type { Candidate } from "./parameter-grid.ts";
import type { PreparedFold } from "./prepare.ts";
import type { Scorer } from "./scoring.ts";
import { inParts, type Pausing, type Step } from "./steps.ts";
import { deviation, mean } from "./sums.ts";
import { withParams } from "./with-params.ts";

/** How one candidate did. */
export type SearchRow = {
  /** Its parameters. */
  params: Candidate;
  /** The score on held-out rows, mean over folds. */
  meanTestScore: number;
  /** How far the folds' scores spread: their standard deviation. */
  stdTestScore: number;
  /** Its place, 1 for the best; equals share one. */
  rankTestScore: number;
  /** Each fold's score on its held-out rows. */
  testScores: number[];
  /** Where the search was given `maxSeconds`: how long all its fits and tests took, in seconds. No two runs are alike. */
  seconds?: number;
  /** In a HalvingSearch: the round, from 0, and how many rows it took. */
  iteration?: number;
  nResources?: number;
};

/** What a search needs to try candidates. */
export type Trial = {
  estimator: Predictor;
  folds: readonly PreparedFold[];
  scorer: Scorer;
  classes: Label[];
  /** When this many seconds are over, no further candidate is begun; null for no limit. */
  maxSeconds: number | null;
};

/** Tries each candidate on each fold, as long as there is time; yields the rows of those that are through, ranked. */
export function* evaluateCandidates(
  candidates: readonly Candidate[],
  { estimator, folds, scorer, classes, maxSeconds }: Trial,
): Generator<Step<SearchRow[]>, SearchRow[]> {
  type Scores = { testScore: number; seconds: number };
  const now = maxSeconds === null ? () => 0 : () => performance.now() / 1000;
  const start = now();
  function* tried(index: number): Pausing<Scores> {
    const params = candidates[Math.floor(index / folds.length)]!;
    const begun = now();
    try {
      // Scores on the rows learned from choose nothing, and would cost four times those of the rows held out.
      const { testScore } = yield* testFold(
        withParams(estimator, params),
        folds[index % folds.length]!,
        scorer,
        classes,
      );
      return { testScore, seconds: now() - begun };
    } catch (error) {
      if (error instanceof Error) error.message = `With ${words(params)}: ${error.message}`;
      throw error;
    }
  }
  const whole = (done: readonly Scores[]) => Math.floor(done.length / folds.length);
  const rows = (done: readonly Scores[]) =>
    candidates.slice(0, whole(done)).map((params, i) => {
      const own = done.slice(i * folds.length, (i + 1) * folds.length);
      const testScores = own.map(({ testScore }) => testScore);
      return {
        params,
        meanTestScore: mean(testScores),
        stdTestScore: deviation(testScores),
        rankTestScore: 0,
        testScores,
        ...(maxSeconds !== null && { seconds: own.reduce((sum, { seconds }) => sum + seconds, 0) }),
      };
    });
  // A fold that is done without its candidate being through changes nothing that can be seen.
  let partial: SearchRow[] = [];
  const all = yield* inParts(
    candidates.length * folds.length,
    tried,
    (done) => {
      if (whole(done) > partial.length) partial = ranked(rows(done));
      return partial;
    },
    ({ length }) =>
      maxSeconds !== null && length > 0 && length % folds.length === 0 && now() - start >= maxSeconds,
  );
  return ranked(rows(all));
}

/** The rows with their places: one more than the number of better ones. */
export function ranked(rows: readonly SearchRow[]): SearchRow[] {
  const scores = rows.map(({ meanTestScore }) => meanTestScore).sort((a, b) => b - a);
  const places = new Map<number, number>();
  for (const [i, score] of scores.entries()) if (!places.has(score)) places.set(score, i + 1);
  return rows.map((row) => ({ ...row, rankTestScore: places.get(row.meanTestScore)! }));
}

function words(params: Candidate): string {
  const value = (of: unknown) =>
    of !== null && typeof of === "object" ? "…" : typeof of === "string" ? JSON.stringify(of) : String(of);
  return `{${Object.entries(params)
    .map(([name, of]) => `${name}: ${value(of)}`)
    .join(", ")}}`;
}
