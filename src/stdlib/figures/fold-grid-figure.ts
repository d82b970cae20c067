import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { element, svgElement } from "../element.ts";
import { classSwatch } from "./class-marks.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { type FoldRows, foldRoles, rowOrder, runsOf, sharedGroups } from "./fold-grid.ts";
import { foldGridDrawing, foldGridHeight } from "./fold-grid-drawing.ts";

export interface FoldGridOptions {
  /** The class of each row: a strip below the folds. */
  y?: ArrayLike<number | string>;
  /** The group of each row, such as its kit: a strip below, and a count of groups on both sides of a fold. */
  groups?: ArrayLike<number | string>;
  /** The classes in the order of their colours; default in order of appearance. */
  classNames?: readonly string[];
  /** Whether rows stand as they come, or together by class or by group; default "given". */
  order?: "given" | "class" | "group";
  /** How many folds there will be: it keeps the height while they come. */
  nFolds?: number;
  /** How many rows there are; default as far as the folds reach. */
  nRows?: number;
  /** Title; default "What each fold learns from and is tested on". */
  name?: string;
  /** Width in pixels; default 640. */
  width?: number;
}

const emptyMessage = "The folds appear here, one line each.";

const isFold = (fold: unknown): fold is FoldRows =>
  typeof (fold as FoldRows)?.train?.length === "number" &&
  typeof (fold as FoldRows).test?.length === "number";

function legend(classNames: readonly string[]): HTMLElement {
  const box = (height: number, color: string) => {
    const bar = { x: 0, y: (16 - height) / 2, width: 20, height, style: `fill: ${color}` };
    const sample = { width: 20, height: 16, "aria-hidden": "true" };
    return svgElement("svg", sample, svgElement("rect", bar));
  };
  return element(
    "ul",
    { class: "etude-legend", role: "list" },
    element("li", {}, box(6, "var(--etude-train)"), "learned from"),
    element("li", {}, box(14, "var(--etude-validation)"), "tested on"),
    ...classNames.map((name, i) => element("li", {}, classSwatch(i), name)),
  );
}

/** What is said of groups that a model meets on both sides. */
function leakText(folds: readonly FoldRows[], groups: ArrayLike<unknown> | undefined): string {
  if (!groups || folds.length === 0) return "";
  const most = Math.max(...folds.map((fold) => sharedGroups(fold, groups)));
  if (most === 0) return "No group is on both sides of a fold.";
  const all = new Set(Array.from(groups)).size;
  return `In a fold, up to ${most} of ${all} groups are on both sides: the model is tested on groups that it knows.`;
}

/**
 * What a splitter does with the rows: a line a fold, in which the rows that it learns from are thin and those that it
 * is tested on are thick. With the classes and the groups below, it shows whether each fold has all classes, and
 * whether a group is on both sides.
 *
 * @param folds what `split` of a splitter gives, or the `folds` of `crossValidate`, complete or not; undefined draws an
 *   empty frame
 * @throws TypeError when they are something else.
 * @example
 * const {X, y, groups, classNames} = await datasets.load("drum-test");
 * const folds = new StratifiedKFold({nSplits: 5, shuffle: true, randomState: 7}).split(X, y);
 * display(foldGridFigure(folds, {y, groups, classNames, order: "group"}));
 */
export function foldGridFigure(
  folds: readonly (FoldRows | undefined)[] | undefined,
  options: FoldGridOptions = {},
): HTMLElement {
  const known = Array.isArray(folds) ? folds.filter((fold) => fold !== undefined) : [];
  if ((folds !== undefined && !Array.isArray(folds)) || !known.every(isFold)) {
    throw new TypeError(
      `foldGridFigure: folds must be what split(X, y) of a splitter gives, but it is ${shown(folds)}.`,
    );
  }
  checkSettings("foldGridFigure", options, "{y, groups}");
  const { y, groups, order = "given", width } = options;
  const reached = known.flatMap(({ train, test }) => [...Array.from(train), ...Array.from(test)]);
  const count =
    options.nRows ?? y?.length ?? groups?.length ?? reached.reduce((a, b) => Math.max(a, b), -1) + 1;
  const classNames = options.classNames ?? (y ? [...new Set(Array.from(y, String))] : []);
  const groupNames = groups ? [...new Set(Array.from(groups))] : [];
  const sorted = rowOrder(count, order === "class" ? y : order === "group" ? groups : undefined);
  const classOf = y && Array.from(y, (label) => classNames.indexOf(String(label)));
  const groupOf = groups && Array.from(groups, (group) => groupNames.indexOf(group));
  const scene = {
    count,
    folds: known.map((fold, i) => ({
      name: `fold ${i + 1}`,
      runs: runsOf(foldRoles(fold, count), sorted),
    })),
    classes: classOf && runsOf(classOf, sorted),
    groups: groupOf && runsOf(groupOf, sorted),
    xName: order === "given" ? "rows" : `rows, by ${order}`,
  };
  const strips = (y ? 1 : 0) + (groups ? 1 : 0);
  const height = foldGridHeight(Math.max(1, options.nFolds ?? known.length), strips);
  const size = known[0]
    ? `${known.length} ${known.length === 1 ? "fold" : "folds"} of ${count} rows; the first learns from ${known[0].train.length} and is tested on ${known[0].test.length}.`
    : "There are no folds yet.";
  const words = [size, leakText(known, groups)].filter(Boolean).join(" ");
  return figure({
    name: options.name ?? "What each fold learns from and is tested on",
    description: words,
    caption: words,
    legend: legend(classNames),
    node: (at) =>
      known.length > 0 ? foldGridDrawing(scene, at) : emptyDrawing(emptyMessage, at, Math.max(160, height)),
    width,
    height,
    table: () => ({
      columns: ["fold", "learned from", "tested on", "unused", ...(groups ? ["groups on both sides"] : [])],
      rows: known.map((fold, i) => [
        `fold ${i + 1}`,
        fold.train.length,
        fold.test.length,
        foldRoles(fold, count).filter((role) => role === "unused").length,
        ...(groups ? [sharedGroups(fold, groups)] : []),
      ]),
    }),
  });
}
