import { simple } from "acorn-walk";
import type { Rule } from "../finding.ts";
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
export const sliderApart: Rule = (lesson) =>
  cellsOf(lesson).flatMap(({ tree, lineAt }) => {
    if (!tree) return [];
    const names = viewed(tree);
    const found: ReturnType<Rule> = [];
    simple(tree, {
      Identifier({ name, start }) {
        if (!names.has(name)) return;
        const message = `${name} is set by a control in this cell: use it in another cell, else each move builds the control anew.`;
        found.push({ line: lineAt(start), message });
      },
    });
    return found;
  });
