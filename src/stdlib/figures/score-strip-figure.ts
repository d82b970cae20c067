import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import type { LineKind } from "./line-legend.ts";
import { scoreEnds } from "./score-ends.ts";
import { scoreStripDrawing, scoreStripHeight } from "./score-strip-drawing.ts";
import { twoDigits } from "./two-digits.ts";

/** The scores of one way to evaluate: one a fold, a repetition or a hold-out. */
export interface ScoreStrip {
  name: string;
  /** What is known of them; undefined while there is nothing. */
  scores?: ArrayLike<number | undefined>;
  /** The score to quote, such as the pooled one; default their mean. */
  value?: number;
  /** Lowest and highest value that it may well have. */
  interval?: readonly [number, number];
  /** Which colour it has; default "validation". */
  kind?: LineKind;
}

export interface ScoreStripOptions {
  /** The score that needs no model, and what it is called. */
  baseline?: { value: number; name: string };
  /** Ends of the axis; default 0 and 1, or further out where a score lies outside. */
  scoreDomain?: readonly [number, number];
  /** What the scores are; default "accuracy". */
  scoreName?: string;
  /** What the thick mark is; default "the score to quote". */
  markName?: string;
  /** Title; default the score's name and "of each fold". */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
}

const emptyMessage = "The scores appear here, a dot each.";

function toDraw({ name, scores = [], value, interval, kind = "validation" }: ScoreStrip) {
  const known = Array.from(scores).filter(
    (score) => score !== undefined && Number.isFinite(score),
  ) as number[];
  const mean = known.reduce((sum, score) => sum + score, 0) / known.length;
  const quoted = value ?? (known.length > 0 ? mean : undefined);
  const between = interval ? `, ${twoDigits(interval[0])} to ${twoDigits(interval[1])}` : "";
  const reading = quoted === undefined ? "–" : `${twoDigits(quoted)}${between}`;
  return { name, scores: known, value: quoted, interval, kind, reading };
}

/**
 * Strips of scores to compare: a dot for each fold, repetition or hold-out, a thick mark for the score to quote, a band
 * for its interval, and a dotted line for what needs no model. The spread of the dots is no interval of the mean: the
 * band is, where one was worked out.
 *
 * @param strips one for each way to evaluate; a list such as `[{name, scores}]`, or undefined for an empty frame
 * @throws TypeError when they are something else.
 * @example
 * const {X, y, groups} = await datasets.load("drum-test");
 * const model = new KNeighborsClassifier();
 * const byRow = learn.crossValidate(model, X, y, {cv: new StratifiedKFold({nSplits: 5, shuffle: true})});
 * const byKit = learn.crossValidate(model, X, y, {cv: new LeaveOneGroupOut(), groups});
 * const strip = (name, {folds, pooled}) => {
 *   const {low, high} = metrics.groupedInterval(y, pooled.predictions, groups);
 *   return {name, scores: folds.map((fold) => fold.testScore), value: pooled.score, interval: [low, high]};
 * };
 * display(scoreStripFigure([strip("strokes at random", byRow), strip("one kit at a time", byKit)]));
 */
export function scoreStripFigure(
  strips: readonly ScoreStrip[] | undefined,
  options: ScoreStripOptions = {},
): HTMLElement {
  const given = strips ?? [];
  if (!Array.isArray(given) || !given.every((strip) => typeof strip?.name === "string")) {
    throw new TypeError(
      `scoreStripFigure: strips must be a list such as [{name: "random", scores: [0.8, 0.9]}], but it is ${shown(strips)}.`,
    );
  }
  checkSettings("scoreStripFigure", options, '{scoreName: "accuracy"}');
  const { baseline, scoreName = "accuracy", markName = "the score to quote", width } = options;
  const drawn = given.map(toDraw);
  const all = drawn.flatMap(({ scores, value, interval = [] }) => [...scores, value, ...interval]);
  const scene = { strips: drawn, domain: scoreEnds(all, options.scoreDomain), baseline, scoreName };
  const spread = drawn.map(({ name, scores, reading }) => {
    const ends =
      scores.length > 1
        ? ` (${scores.length} dots from ${twoDigits(Math.min(...scores))} to ${twoDigits(Math.max(...scores))})`
        : "";
    return `${name}: ${reading}${ends}`;
  });
  const height = scoreStripHeight(Math.max(1, drawn.length));
  const banded = drawn.some(({ interval }) => interval) ? ", the band its interval" : "";
  return figure({
    name: options.name ?? `${scoreName[0]!.toUpperCase()}${scoreName.slice(1)} of each fold`,
    description: drawn.length > 0 ? `${spread.join("; ")}.` : "Nothing is known yet.",
    caption: drawn.length > 0 ? `The thick mark is ${markName}${banded}. ${spread.join("; ")}.` : undefined,
    node: (at) => (drawn.length > 0 ? scoreStripDrawing(scene, at) : emptyDrawing(emptyMessage, at, height)),
    width,
    height,
    table: () => ({
      columns: ["strip", "number", scoreName],
      rows: drawn.flatMap(({ name, scores }) => scores.map((score, i) => [name, i + 1, score])),
    }),
  });
}
