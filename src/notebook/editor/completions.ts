import type { Completion } from "@codemirror/autocomplete";
import type { CompletionPlace } from "./completion-place.ts";
import { namesInSight } from "./definitions.ts";
import type { NameDoc } from "./editor-help.ts";
import { type Code, globals, knownValue } from "./known-value.ts";
import { cellNameCard, docCard, paramCard } from "./name-card.ts";
import type { SyntaxNode } from "./syntax.ts";

const keywords =
  "async await break case catch class const continue default do else false finally for function if import in instanceof let new null of return switch this throw true try typeof undefined while yield".split(
    " ",
  );

/** What stands first when several fit equally well. */
const boost = { local: 4, cell: 3, library: 2, column: 1, keyword: 0, global: -1 };

/** What fits a place of a cell's code, whatever has been written of it already. */
export function completionsAt(place: CompletionPlace, code: Code): Completion[] {
  switch (place.kind) {
    case "module":
      return code.names.modules.map((label) => ({ label, type: "namespace", detail: "module" }));
    case "member":
      return (knownValue(place.object, code)?.members ?? []).map((doc) => ofDoc(doc));
    case "option":
      return optionsOf(place.call, place.braces, place.from, code);
    case "text":
      return columnsAround(place.node, code).map((label) => ({ label, type: "property", detail: "column" }));
    case "name":
      return namesAt(place.from, code);
  }
}

function namesAt(at: number, code: Code): Completion[] {
  const { cells, library } = code.names;
  const own = namesInSight(code.tree, code.text, at);
  const ofCells = Array.from(cells.values()).filter(({ name }) => !own.has(name));
  const taken = new Set([...own.keys(), ...cells.keys()]);
  return [
    ...Array.from(own, ([label, type]) => ({ label, type, detail: "in this cell", boost: boost.local })),
    ...ofCells.map(
      (cellName): Completion => ({
        label: cellName.name,
        type: "variable",
        detail: cellName.kind,
        boost: boost.cell,
        info: () => cellNameCard(cellName),
      }),
    ),
    ...Array.from(library.values())
      .filter(({ name }) => !taken.has(name))
      .map((doc) => ({ ...ofDoc(doc), boost: boost.library })),
    ...keywords.map((label) => ({ label, type: "keyword", boost: boost.keyword })),
    ...globals
      .filter((name) => !library.has(name))
      .map((label) => ({ label, type: "namespace", boost: boost.global })),
  ];
}

const types: Record<NameDoc["kind"], string> = {
  class: "class",
  function: "function",
  namespace: "namespace",
  value: "variable",
};

function ofDoc(doc: NameDoc): Completion {
  const isExplained = doc.signature !== undefined || doc.summary !== undefined;
  return {
    label: doc.name,
    type: types[doc.kind],
    detail: doc.kind === "value" ? "" : doc.kind,
    ...(isExplained && { info: () => docCard(doc) }),
  };
}

/** The options that a call takes and has not been given yet. */
function optionsOf(call: SyntaxNode, braces: SyntaxNode, at: number, code: Code): Completion[] {
  const isNew = call.name === "NewExpression";
  const callee = isNew ? call.firstChild!.nextSibling : call.firstChild;
  const given = new Set(
    braces.getChildren("Property").flatMap(({ from, to }) => {
      const words = code.text.slice(from, to).split(":", 1)[0]!.split(/\s+/);
      return from === at ? words.slice(1) : words;
    }),
  );
  const params = knownValue(callee, code)?.doc?.params ?? [];
  return params
    .filter(({ name, option }) => option && !given.has(name))
    .map((param) => ({
      label: param.name,
      type: "property",
      apply: `${param.name}: `,
      detail: param.default === undefined ? "" : `= ${param.default}`,
      info: () => paramCard(param),
    }));
}

/** The columns of the data that a text is handed to: of the nearest call or bracket around it that names such data. */
function columnsAround(node: SyntaxNode, code: Code): string[] {
  for (let around = node.parent; around; around = around.parent) {
    if (
      around.name !== "CallExpression" &&
      around.name !== "MemberExpression" &&
      around.name !== "NewExpression"
    )
      continue;
    const columns = new Set<string>();
    around.cursor().iterate((inner) => {
      if (inner.name !== "VariableName") return;
      for (const column of knownValue(inner.node, code)?.columns ?? []) columns.add(column);
    });
    if (columns.size > 0) return Array.from(columns);
  }
  return [];
}
