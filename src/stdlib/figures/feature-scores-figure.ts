import { checkArray, checkSettings } from "../check-arguments.ts";
import { element } from "../element.ts";
import { readable } from "./data-table.ts";
import { barEnds, type FeatureScore, scoresDomain, sortedScores } from "./feature-score-bars.ts";

export interface FeatureScoresOptions {
  /** Whether the largest come first, or they stand as they are given; default "score". */
  order?: "score" | "given";
  /** How many rows are shown at first; default 20. */
  rows?: number;
  /** How many are kept, from the top: a rule stands below them. */
  kept?: number;
  /** What the scores are; default "score". */
  scoreName?: string;
  /** What features that were planted to deceive are called; default "planted". */
  plantedName?: string;
  /** Ends of the axis; default 0 and the largest, or further down where a score is below 0. */
  domain?: readonly [number, number];
  /** Title; default the score's name and "of each feature". */
  name?: string;
}

const percent = (share: number) => `${(100 * share).toFixed(2)}%`;

function bar(feature: FeatureScore, domain: readonly [number, number]): HTMLElement {
  const track = element("div", { class: "etude-bars", "data-planted": feature.planted === true });
  const { zero, bar: ends, interval } = barEnds(feature, domain);
  track.append(element("i", { class: "etude-bars-zero", style: `left: ${percent(zero)}` }));
  if (ends) {
    const [from, to] = ends;
    const style = `left: ${percent(from)}; right: ${percent(1 - to)}`;
    track.append(element("i", { class: "etude-bars-bar", style }));
  }
  if (interval) {
    const [from, to] = interval;
    const style = `left: ${percent(from)}; right: ${percent(1 - to)}`;
    track.append(element("i", { class: "etude-bars-interval", style }));
  }
  return track;
}

/**
 * A score for each feature as a bar, the largest first: importances, weights, a test's F. An interval is a thin line
 * over the bar. Features that were planted are hollow and say so. It is a real table, and is read as one.
 *
 * @param features one object a feature: `{name, score, interval, planted}`; a score that is not known yet is missing.
 *   Undefined shows an empty table
 * @throws TypeError when it is no list of such objects.
 * @example
 * const {X, y, featureNames} = await datasets.load("drum-test");
 * const model = new RandomForestClassifier({nEstimators: 20, randomState: 7}).fit(X, y);
 * const features = featureNames.map((name, i) => ({name, score: model.featureImportances[i]}));
 * display(featureScoresFigure(features, {scoreName: "importance", rows: 10, kept: 5}));
 */
export function featureScoresFigure(
  features: readonly FeatureScore[] | undefined,
  options: FeatureScoresOptions = {},
): HTMLElement {
  const given = features ?? [];
  checkArray("featureScoresFigure", "features", given, '[{name: "decay", score: 0.4}]');
  const wrong = given.find((feature) => typeof feature?.name !== "string");
  if (wrong !== undefined || given.includes(undefined as never)) {
    throw new TypeError('featureScoresFigure: each feature must be such as {name: "decay", score: 0.4}.');
  }
  checkSettings("featureScoresFigure", options, '{scoreName: "importance"}');
  const { order = "score", rows = 20, kept, scoreName = "score", plantedName = "planted" } = options;
  const sorted = order === "score" ? sortedScores(given) : [...given];
  const domain = options.domain ?? scoresDomain(given);
  const name = options.name ?? `${scoreName[0]!.toUpperCase()}${scoreName.slice(1)} of each feature`;

  const makeRow = (feature: FeatureScore, i: number) => {
    const { score, interval, planted } = feature;
    const known = score !== undefined && Number.isFinite(score);
    const between = interval ? `${readable(interval[0])} to ${readable(interval[1])}` : "";
    const tag = planted ? element("small", { class: "etude-tag" }, plantedName) : null;
    return element(
      "tr",
      { "data-last-kept": i + 1 === kept, "data-left-out": kept !== undefined && i >= kept },
      element("th", { scope: "row" }, feature.name, tag ? " " : null, tag),
      element("td", { "aria-hidden": "true", class: "etude-track-cell" }, bar(feature, domain)),
      element("td", { class: "etude-score" }, known ? readable(score) : "–", element("small", {}, between)),
    );
  };
  const body = element("tbody");
  const more = element("button", { type: "button", class: "etude-quiet" });
  let shownRows = Math.min(rows, sorted.length);
  const fill = () => {
    const next = sorted.slice(body.rows.length, shownRows);
    body.append(...next.map((feature, i) => makeRow(feature, body.rows.length + i)));
    const left = sorted.length - shownRows;
    more.hidden = left <= 0;
    more.textContent = `Show ${Math.min(left, rows)} more of ${sorted.length}`;
  };
  more.addEventListener("click", () => {
    shownRows = Math.min(shownRows + rows, sorted.length);
    fill();
  });
  fill();
  if (sorted.length === 0) {
    const message = element("td", { class: "etude-empty" }, "The features appear here with their scores.");
    body.append(element("tr", {}, message));
  }
  const planted = sorted.filter((feature) => feature.planted).length;
  const keptPlanted = sorted.slice(0, kept).filter((feature) => feature.planted).length;
  const notes = [
    sorted.length === 0
      ? ""
      : `${sorted.length} features${planted > 0 ? `, ${planted} of them ${plantedName}` : ""}.`,
    kept === undefined
      ? ""
      : `The first ${Math.min(kept, sorted.length)} are kept${planted > 0 ? `, ${keptPlanted} ${plantedName} among them` : ""}.`,
  ];
  const caption = element(
    "caption",
    {},
    element("strong", {}, `${name}.`),
    ` ${notes.filter(Boolean).join(" ")}`,
  );
  const table = element("table", { class: "etude-scores etude-feature-scores" }, caption, body);
  return element("figure", { class: "etude-figure" }, table, more);
}
