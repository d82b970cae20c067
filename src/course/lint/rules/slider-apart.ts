import { simple } from "acorn-walk";
import type { Place, Rule } from "../finding.ts";
import { type Code, cellsOf } from "../lesson-text.ts";

/** The names that a cell defines as `const name = view(…)`. */
function viewed(tree: NonNullable<Code["tree"]>): Set<string> {
  const names = new Set<string>();
  simple(tree, {
    VariableDeclarator({ id, init }) {
      const isView =
        init?.type === "CallExpression" && init.callee.type === "Identifier" && init.callee.name === "view";
      if (isView && id.type === "Identifier") names.add(id.name);
    },
  });
  return names;
}

/** A control and what uses its value stand in two cells: in one, each move would build the control anew. */
const find: Rule["find"] = (lesson) =>
  cellsOf(lesson).flatMap(({ tree, lineAt }) => {
    if (!tree) return [];
    const names = viewed(tree);
    const found: Place[] = [];
    simple(tree, {
      Identifier({ name, start }) {
        if (!names.has(name)) return;
        const message = `${name} is set by a control in this cell: use it in another cell, else each move builds the control anew.`;
        found.push({ line: lineAt(start), message });
      },
    });
    return found;
  });

export const sliderApart: Rule = {
  code: "L07",
  name: "slider-apart",
  wants: "A control and what uses its value stand in two cells.",
  why: "In one cell, each move would make the control anew under the hand.",
  wrong: '```js cell\nconst k = view(slider("k", [1, 9]));\ndisplay(k + 1);\n```',
  right: '```js cell\nconst k = view(slider("k", [1, 9]));\n```\n\n```js cell id=next\nk + 1\n```',
  find,
};
