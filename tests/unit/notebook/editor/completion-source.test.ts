import { CompletionContext } from "@codemirror/autocomplete";
import { javascriptLanguage } from "@codemirror/lang-javascript";
import { EditorState } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import { completionSource } from "../../../../src/notebook/editor/completion-source.ts";
import { cellNames, reference } from "./code-at.ts";

const help = {
  cellNames: () => cellNames,
  reference: async () => reference,
  modules: () => ["d3", "danfojs"],
  goTo() {},
};

/** What is offered at `¦`, and from where on it would be put in; null for no list. */
async function offered(marked: string, asked = false) {
  const at = marked.indexOf("¦");
  const doc = marked.replace("¦", "");
  const state = EditorState.create({ doc, extensions: javascriptLanguage });
  const result = await completionSource(help)(new CompletionContext(state, at, asked));
  return result && { from: result.from, options: result.options, labels: result.options.map((o) => o.label) };
}

async function labels(marked: string, asked = false): Promise<string[]> {
  return (await offered(marked, asked))?.labels ?? [];
}

describe("a name that is begun", () => {
  test("is completed by the names of other cells, of the library, of the cell itself and of the language", async () => {
    const found = await labels("const mine = 1;\nm¦");
    expect(found).toEqual(
      expect.arrayContaining(["k", "drums", "slider", "metrics", "mine", "const", "Math"]),
    );
  });

  test("says of another cell's name what its value is", async () => {
    const { options } = (await offered("dr¦"))!;
    expect(options.find(({ label }) => label === "drums")).toMatchObject({ detail: "dataset" });
  });

  test("has the cell's own name once, when another cell or the library has it as well", async () => {
    const found = await labels("const k = 1, slider = 2;\ns¦");
    expect(found.filter((label) => label === "k" || label === "slider").sort()).toEqual(["k", "slider"]);
  });

  test("sees the names of the function that it is in, and not of others", async () => {
    const found = await labels("const f = (inner) => { i¦ };\nconst g = (other) => 0;");
    expect(found).toContain("inner");
    expect(found).not.toContain("other");
  });

  test.each(["¦", "const na¦", "// dr¦", "`dr¦`", "12¦", "function f(pa¦"])(
    "is none in %s",
    async (marked) => {
      expect(await offered(marked)).toBeNull();
    },
  );

  test("need not be begun when the list is asked for", async () => {
    expect(await labels("const x = ¦", true)).toContain("drums");
  });
});

describe("after a full stop", () => {
  test.each([
    ["metrics.¦", ["accuracy"]],
    ["metrics.acc¦", ["accuracy"]],
    ["drums.¦", ["X", "y", "select"]],
    ["drums?.¦", ["X", "y", "select"]],
    ["(await drums).¦", ["X", "y", "select"]],
    ["const model = new Knn();\nmodel.¦", ["fit", "predict"]],
    ["new Knn().fit(X, y).¦", ["fit", "predict"]],
    ["const a = new Knn().fit(X, y);\nconst b = a;\nb.¦", ["fit", "predict"]],
    ["Knn.¦", ["load"]],
    ["Knn.load(json).¦", ["fit", "predict"]],
    ["unknown.¦", []],
    ["const a = a;\na.¦", []],
    ["const {drums} = other;\n{ drums.¦ }", ["X", "y", "select"]],
    ["((drums) => drums.¦)(1)", []],
  ])("%s has the members of what stands before it", async (marked, members) => {
    expect(await labels(marked)).toEqual(members);
  });

  test("arrays and texts have theirs", async () => {
    expect(await labels("[1, 2].¦")).toEqual(expect.arrayContaining(["map", "length"]));
    expect(await labels("'a'.¦")).toContain("split");
    expect(await labels("Math.¦")).toContain("max");
  });
});

describe("inside quotation marks", () => {
  test.each([
    'drums.select(["br¦"])',
    'drums.select(["brightness", "¦"])',
    'drums["¦',
    'Plot.dot(drums, {x: "b¦"})',
    'display(drums.select(["¦"]))',
  ])("%s offers the columns of the data around it", async (marked) => {
    expect(await labels(marked)).toEqual(["brightness", "level100"]);
  });

  test.each(['const x = "¦"', 'f("¦")', 'drums.select("brightness")¦'])("%s offers none", async (marked) => {
    expect(await offered(marked)).toBeNull();
  });

  test.each(['import {scaleLog} from "¦"', 'import * as d3 from "d¦', 'await import("¦")'])(
    "%s offers the modules",
    async (marked) => {
      expect(await labels(marked)).toEqual(["d3", "danfojs"]);
    },
  );

  test("what is put in takes the place of what is written already", async () => {
    expect((await offered('drums.select(["br¦"])'))?.from).toBe('drums.select(["'.length);
  });
});

describe("in the braces of a call", () => {
  test.each([
    ["new Knn({¦})", true, ["nNeighbors", "weights"]],
    ["new Knn({n¦})", false, ["nNeighbors", "weights"]],
    ["new Knn({nNeighbors: k, w¦})", false, ["weights"]],
    ["new Knn({n¦\n  weights: 1})", false, ["nNeighbors"]],
    ["new Knn({other: 2, n¦\n  weights: 1, more: 2})", false, ["nNeighbors"]],
    ["slider({x¦})", false, []],
    ["new Knn({nNeighbors: {a¦}})", false, []],
  ])("%s offers the options that are not given yet", async (marked, asked, options) => {
    expect(await labels(marked, asked)).toEqual(options);
  });

  test("a value is completed by names", async () => {
    expect(await labels("new Knn({nNeighbors: k¦})")).toContain("k");
  });
});
