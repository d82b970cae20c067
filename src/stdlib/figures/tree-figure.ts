import { shown } from "../../learn/base/shown.ts";
import { checkSettings } from "../check-arguments.ts";
import { classLegend } from "./class-marks.ts";
import { readable } from "./data-table.ts";
import { emptyDrawing } from "./empty-drawing.ts";
import { figure } from "./figure.ts";
import { treeDrawing } from "./tree-drawing.ts";
import { type TreeNodeLike, treePath } from "./tree-layout.ts";

/** A fitted DecisionTreeClassifier, as far as its drawing reads it. */
export interface TreeLike {
  nodes: readonly TreeNodeLike[];
  classes?: readonly (number | string)[];
}

export interface TreeOptions {
  /** Names of the features in the order of the columns; default "feature 1" and so on. */
  featureNames?: readonly string[];
  /** The classes in the order of the tree's; default what the tree calls them. */
  classNames?: readonly string[];
  /** How many levels of questions are drawn; default 4. */
  depth?: number;
  /** A row whose way through the tree is lit. */
  sample?: ArrayLike<number>;
  /** Title; default "What the tree asks". */
  name?: string;
  /** Text below. */
  caption?: string;
}

const emptyHeight = 240;
const ownClasses = (count: number) => Array.from({ length: count }, (_, c) => `class ${c + 1}`);

/** Begins a wide tree at its root, once there is a place where it is seen. */
function showRoot(box: HTMLElement): void {
  const watch = new ResizeObserver(() => {
    if (box.clientWidth === 0) return;
    watch.disconnect();
    const root = box.querySelector(".etude-tree-node > rect")!;
    const middle = Number(root.getAttribute("x")) + Number(root.getAttribute("width")) / 2;
    box.scrollLeft = middle - box.clientWidth / 2;
  });
  watch.observe(box);
}

/**
 * A decision tree: each box asks a question about one feature ("yes" goes left), with the classes of the training rows
 * that come there as a bar; rounded boxes answer. It scrolls where it is wider than the page.
 *
 * @param tree a fitted DecisionTreeClassifier; undefined draws an empty frame
 * @throws TypeError when it is something else.
 * @example
 * const X = [[1, 5], [2, 4], [8, 5], [9, 1], [3, 1]];
 * const tree = new DecisionTreeClassifier().fit(X, ["tom", "tom", "clap", "crash", "kick"]);
 * display(treeFigure(tree, {featureNames: ["brightness", "decay"], sample: [8, 4]}));
 */
export function treeFigure(tree: TreeLike | undefined, options: TreeOptions = {}): HTMLElement {
  checkSettings("treeFigure", options, "{featureNames, depth: 3}");
  const { depth = 4, sample, name = "What the tree asks" } = options;
  if (!(depth >= 0)) {
    throw new RangeError(`treeFigure: depth must be a number from 0, such as 3, but it is ${shown(depth)}.`);
  }
  if (tree === undefined) {
    const message = "The tree appears here when it is grown.";
    return figure({ name, node: (at) => emptyDrawing(message, at, emptyHeight), height: emptyHeight });
  }
  // They are made anew at each reading.
  const nodes = (tree as Partial<TreeLike> | null)?.nodes;
  if (!Array.isArray(nodes) || !Array.isArray(nodes[0]?.counts)) {
    throw new TypeError(
      `treeFigure: tree must be a fitted DecisionTreeClassifier, but it is ${shown(tree)}.`,
    );
  }
  const classNames = options.classNames ?? tree.classes?.map(String) ?? ownClasses(nodes[0].counts.length);
  const widest = Math.max(0, ...nodes.map(({ split }) => (split?.feature ?? -1) + 1));
  const featureNames = options.featureNames ?? Array.from({ length: widest }, (_, j) => `feature ${j + 1}`);
  if (featureNames.length < widest) {
    throw new RangeError(
      `treeFigure: featureNames must name every column that is asked about, but the tree asks about column ${widest - 1} and there are ${featureNames.length} names.`,
    );
  }
  const path = sample ? treePath(nodes, sample) : [];
  const end = path.length > 0 ? nodes[path.at(-1)!]!.counts : undefined;
  const answer = end && classNames[end.indexOf(Math.max(...end))];
  const questions = nodes.filter(({ split }: TreeNodeLike) => split !== null).length;
  const told = [
    `${questions} ${questions === 1 ? "question" : "questions"}, ${nodes.length - questions} answers.`,
    answer === undefined ? "" : `Lit: the way of one sample, ${path.length - 1} questions to “${answer}”.`,
  ];
  const said = told.filter(Boolean).join(" ");
  const drawn = treeDrawing({ nodes, featureNames, classNames, depth, path });
  const node = figure({
    name,
    description: said,
    caption: [options.caption, said].filter(Boolean).join(" "),
    legend: classLegend(classNames),
    node: drawn,
    width: Math.max(640, Number(drawn.getAttribute("width"))),
    table: () => ({
      columns: ["node", "asks", "yes goes to", "no goes to", ...classNames],
      rows: nodes.map(({ split, left, right, counts }: TreeNodeLike, at) => {
        const asks = split ? `${featureNames[split.feature]} ≤ ${readable(split.threshold)}` : "–";
        return [String(at + 1), asks, split ? left + 1 : "–", split ? right + 1 : "–", ...counts];
      }),
    }),
  });
  // A box that scrolls must be reachable by key.
  const box = node.querySelector<HTMLElement>(".etude-drawing")!;
  box.classList.add("etude-scroll", "etude-wide");
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", name);
  showRoot(box);
  return node;
}
