import { existsSync, readFileSync } from "node:fs";
import type { Code, Html, PhrasingContent, Root, RootContent, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { CellSyntaxError, type CompiledCell, compile, hasBlank } from "../../notebook/compile/index.ts";
import { cellIds, type Fence, parseFence, splitInline } from "../../notebook/document/index.ts";
import { escapeHtml, jsonScript } from "./escape.ts";
import { type Pictures, picturesPath } from "./pictures.ts";

type File = { path?: string; value: unknown; fail(reason: string, place?: unknown): never };
type Cell = {
  node: Code;
  fence: Fence;
  compiled: CompiledCell;
  parent: { children: RootContent[] };
  index: number;
};

type Picture = Pictures["cells"][string];

/**
 * How long a lesson's own code may hold the page. It has been tried, and what takes a tenth of a second here may take
 * two on a busy phone; what a learner makes of it gets the usual time.
 */
const lessonBudgetMs = 10_000;

/** An element of the page made from a Markdown node: remark-rehype reads `hName` and `hProperties`. */
type ElementNode = {
  type: "etudeElement";
  data: { hName: string; hProperties: Record<string, unknown> };
  children: unknown[];
};

/**
 * Turns a lesson's cells (```` ```js cell ````) and inline expressions (`${…}`) into the elements that the page wakes
 * up, compiled at build time. A cell that does not compile fails the build with its file and line.
 */
export function remarkCells() {
  return (tree: Root, file: File) => {
    const pictures = readPictures(file.path);
    const cells: Cell[] = [];
    visit(tree, "code", (node, index, parent) => {
      const fence = parseFence(`${node.lang ?? ""} ${node.meta ?? ""}`);
      if (fence?.kind !== "cell" || !parent || index === undefined) return;
      const compiled = compileOrFail(node.value, node.position?.start.line, file);
      cells.push({ node, fence, compiled, parent: parent as Cell["parent"], index });
    });
    const ids = cellIds(
      cells.map(({ fence, compiled }) => ({ explicit: fence.options.id, firstName: compiled.outputs[0] })),
    );
    cells.forEach((cell, i) => {
      const picture = pictures?.cells[ids[i]!];
      cell.parent.children[cell.index] = cellElement(cell, ids[i]!, picture) as unknown as RootContent;
    });
    inlineExpressions(tree, file, pictures);
  };
}

function compileOrFail(source: string, fenceLine: number | undefined, file: File): CompiledCell {
  try {
    return { budgetMs: lessonBudgetMs, ...compile(source) };
  } catch (error) {
    if (!(error instanceof CellSyntaxError)) throw error;
    // The fence's own line comes first.
    const line = linesBefore(file) + (fenceLine ?? 0) + error.line;
    return file.fail(`${file.path}:${line} ${error.message}`);
  }
}

/** How many lines of the file come before what is rendered: its front matter has been taken off. */
function linesBefore({ path, value }: File): number {
  if (!path || !existsSync(path)) return 0;
  const at = readFileSync(path, "utf8").indexOf(String(value));
  return at <= 0 ? 0 : readFileSync(path, "utf8").slice(0, at).split("\n").length - 1;
}

function readPictures(path: string | undefined): Pictures | null {
  if (!path || !existsSync(picturesPath(path))) return null; // not recorded yet
  const pictures = JSON.parse(readFileSync(picturesPath(path), "utf8")) as Partial<Pictures>;
  return pictures.cells && pictures.inline ? (pictures as Pictures) : null;
}

function element(hName: string, hProperties: Record<string, unknown>, children: unknown[]): ElementNode {
  return { type: "etudeElement", data: { hName, hProperties }, children };
}

function html(value: string): Html {
  return { type: "html", value };
}

function cellElement({ node, fence, compiled }: Cell, id: string, picture: Picture | undefined): ElementNode {
  const onClick = fence.options.run === "click";
  const folded = fence.flags.includes("fold");
  const properties = {
    dataCell: id,
    id: `cell-${id}`,
    dataState: "idle",
    className: ["not-content"],
    ...(onClick && { dataRun: "click" }),
    ...(folded && !shows(compiled) && { dataQuiet: "" }),
    ...(hasBlank(node.value) && { dataBlank: "" }),
    // An exercise's: it stays where it is.
    ...(fence.flags.includes("private") && { dataPrivate: "" }),
  };
  const code = element(
    "details",
    { dataPart: "code", dataPagefindIgnore: "", ...(!folded && { open: true }) },
    [
      element("summary", {}, [{ type: "text", value: "Code" }]),
      // Shiki replaces the listing; with JavaScript off it stays as it is.
      element("div", { dataPart: "source" }, [{ ...node, meta: null }]),
    ],
  );
  return element("etude-cell", properties, [
    outputElement(picture),
    code,
    html(jsonScript({ source: node.value, compiled })),
  ]);
}

/**
 * Where a cell shows itself: the recorded picture for a page without scripts, and room for it on one with. (A picture
 * that the live figure replaces would keep the page from coming alive: hundreds of marks to be laid out for nothing.)
 */
function outputElement(picture: Picture | undefined): ElementNode {
  if (!picture) return element("div", { dataPart: "output" }, []);
  const properties = { dataPart: "output", style: `min-block-size: ${picture.height}px` };
  return element("div", properties, [html(`<noscript>${picture.html}</noscript>`)]);
}

/** Whether a cell has anything to show besides its code. */
function shows({ autodisplay, inputs }: CompiledCell): boolean {
  return autodisplay || inputs.includes("display") || inputs.includes("view");
}

function inlineExpressions(tree: Root, file: File, pictures: Pictures | null): void {
  let count = 0;
  visit(tree, "text", (node: Text, index, parent) => {
    if (!parent || index === undefined || !node.value.includes("${")) return;
    const parts = splitInline(node.value).map((part): PhrasingContent => {
      if ("text" in part) return { type: "text", value: part.text };
      const compiled = compileOrFail(part.expression, (node.position?.start.line ?? 1) - 1, file);
      const id = `inline-${++count}`;
      const recorded = escapeHtml(pictures?.inline[id] ?? "…");
      const properties = { dataCell: id };
      return element("etude-inline", properties, [
        html(`<span data-part="output">${recorded}</span>`),
        html(jsonScript({ source: part.expression, compiled })),
      ]) as unknown as PhrasingContent;
    });
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}
