import { readFileSync } from "node:fs";
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
    return compile(source);
  } catch (error) {
    if (!(error instanceof CellSyntaxError)) throw error;
    // The fence's own line comes first.
    const line = (fenceLine ?? 0) + error.line;
    return file.fail(`${file.path}:${line} ${error.message}`);
  }
}

function readPictures(path: string | undefined): Pictures | null {
  try {
    return path ? JSON.parse(readFileSync(picturesPath(path), "utf8")) : null;
  } catch {
    return null; // not recorded yet
  }
}

function element(hName: string, hProperties: Record<string, unknown>, children: unknown[]): ElementNode {
  return { type: "etudeElement", data: { hName, hProperties }, children };
}

function html(value: string): Html {
  return { type: "html", value };
}

function cellElement({ node, fence, compiled }: Cell, id: string, picture: string | undefined): ElementNode {
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
  };
  const code = element("details", { dataPart: "code", ...(!folded && { open: true }) }, [
    element("summary", {}, [{ type: "text", value: "Code" }]),
    // Shiki replaces the listing; with JavaScript off it stays as it is.
    element("div", { dataPart: "source" }, [{ ...node, meta: null }]),
  ]);
  return element("etude-cell", properties, [
    element("div", { dataPart: "output" }, picture ? [html(picture)] : []),
    code,
    html(jsonScript({ source: node.value, compiled })),
  ]);
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
      const recorded = escapeHtml(pictures?.cells[id] ?? "…");
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
