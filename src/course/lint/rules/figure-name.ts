import type { CallExpression, ObjectExpression } from "acorn";
import { ancestor } from "acorn-walk";
import type { Place, Rule } from "../finding.ts";
import { cellsOf } from "../lesson-text.ts";

function isPlot({ callee }: CallExpression): boolean {
  return (
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    callee.property.name === "plot"
  );
}

function isFigure({ callee }: CallExpression): boolean {
  return callee.type === "Identifier" && callee.name === "figure";
}

function has(call: CallExpression, ...names: string[]): boolean {
  const options = call.arguments.find(
    (argument): argument is ObjectExpression => argument.type === "ObjectExpression",
  );
  // What is handed over as a variable, or spread in, cannot be seen from here.
  if (!options) return call.arguments.length > 0;
  return options.properties.some(
    (property) =>
      property.type === "SpreadElement" ||
      (property.key.type === "Identifier" && names.includes(property.key.name)),
  );
}

/** Every picture has a name for those who cannot see it. The course's own figures bring theirs. */
const find: Rule["find"] = (lesson) =>
  cellsOf(lesson).flatMap(({ tree, lineAt }) => {
    const found: Place[] = [];
    if (!tree) return found;
    ancestor(tree, {
      CallExpression(call, _state, ancestors) {
        const line = lineAt(call.start);
        if (isFigure(call) && !has(call, "name")) found.push({ line, message: "figure({…}) needs a name." });
        if (!isPlot(call) || has(call, "ariaLabel")) return;
        const inside = ancestors.some(
          (node) => node.type === "CallExpression" && isFigure(node as CallExpression),
        );
        if (!inside) {
          const message = "A plot needs a name: give it an ariaLabel, or put it in figure({name, node}).";
          found.push({ line, message });
        }
      },
    });
    return found;
  });

export const figureName: Rule = {
  code: "L10",
  name: "figure-name",
  wants: "Every picture has a name.",
  why: "Whoever cannot see it is told what it is; so is whoever finds it in a list.",
  wrong: "```js cell\nPlot.plot({marks: []})\n```",
  right: '```js cell\nPlot.plot({ariaLabel: "Loudness", marks: []})\n```',
  find,
};
