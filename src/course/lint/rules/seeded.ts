import type { Node } from "acorn";
import { simple } from "acorn-walk";
import type { Place, Rule } from "../finding.ts";

const CHANCE: Record<string, string> = {
  "Math.random": "use `random`, which starts from the lesson's seed at each run",
  "crypto.getRandomValues": "use `random`, which starts from the lesson's seed at each run",
  "Date.now": "a figure must be the same tomorrow",
  "performance.now": "a figure must be the same on every machine",
};

/** Two readers see the same: no chance but the seeded one, and no clock. */
const find: Rule["find"] = ({ code }) =>
  code.flatMap(({ tree, lineAt }) => {
    const found: Place[] = [];
    const report = ({ start }: Node, what: string, why: string) =>
      found.push({ line: lineAt(start), message: `${what} has no place in a lesson: ${why}.` });
    if (!tree) return found;
    simple(tree, {
      MemberExpression(node) {
        const { object, property } = node;
        if (object.type !== "Identifier" || property.type !== "Identifier" || node.computed) return;
        const name = `${object.name}.${property.name}`;
        if (name in CHANCE) report(node, name, CHANCE[name]!);
      },
      NewExpression(node) {
        const isNow =
          node.callee.type === "Identifier" && node.callee.name === "Date" && node.arguments.length === 0;
        if (isNow) report(node, "new Date()", CHANCE["Date.now"]!);
      },
    });
    return found;
  });

export const seeded: Rule = {
  code: "L08",
  name: "seeded",
  wants: "No chance but the seeded one, and no clock: no `Math.random`, no `Date.now`.",
  why: "Two readers must see the same figures, today and next year; a sentence about them must stay true.",
  wrong: "```js cell\nMath.random()\n```",
  right: "```js cell\nrandom()\n```",
  find,
};
