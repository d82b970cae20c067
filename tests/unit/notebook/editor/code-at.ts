import { javascriptLanguage } from "@codemirror/lang-javascript";
import type { CellName, NameDoc } from "../../../../src/notebook/editor/editor-help.ts";
import type { Code } from "../../../../src/notebook/editor/known-value.ts";

/** What the notebook of these tests has: two cells, and a small library. */
export const cellNames: CellName[] = [
  { name: "k", cell: "input", kind: "number" },
  {
    name: "drums",
    cell: "load",
    kind: "dataset",
    members: ["X", "y", "select"],
    columns: ["brightness", "level100"],
  },
];

export const reference: NameDoc[] = [
  {
    name: "Knn",
    kind: "class",
    signature: "new Knn({nNeighbors = 5, weights})",
    params: [
      { name: "nNeighbors", type: "number", doc: "How many vote.", option: true, default: "5" },
      { name: "weights", type: "text", doc: "Whose vote counts more.", option: true },
    ],
    members: [
      { name: "fit", kind: "function", signature: ".fit(X, y) → itself" },
      { name: "predict", kind: "function", signature: ".predict(X) → array of labels" },
      { name: "load", kind: "function", signature: "Knn.load(json) → Knn" },
    ],
  },
  {
    name: "metrics",
    kind: "namespace",
    members: [{ name: "accuracy", kind: "function", signature: "metrics.accuracy(truth, guess) → number" }],
  },
  { name: "slider", kind: "function", signature: "slider(label, range) → element", summary: "A slider." },
  { name: "display", kind: "function" },
];

export const names: Code["names"] = {
  cells: new Map(cellNames.map((name) => [name.name, name])),
  library: new Map(reference.map((doc) => [doc.name, doc])),
  modules: ["d3", "danfojs"],
};

/** A cell's code as the editor has it; a stroke `¦` stands for the cursor. */
export function codeAt(marked: string): { code: Code; at: number } {
  const at = marked.indexOf("¦");
  const text = marked.replace("¦", "");
  return { code: { tree: javascriptLanguage.parser.parse(text), text, names }, at };
}
