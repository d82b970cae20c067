import type { Node } from "acorn";
import { full } from "acorn-walk";
import type { Insertion } from "./edits.ts";

/** The name under which a compiled cell reaches its loop guard. */
export const guardName = "__guard";

type Positioned = Node & { start: number; end: number };
type Parent = Positioned & { body: Positioned; expression?: boolean };

const loops = new Set([
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
]);
const functions = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);

/**
 * A check at the head of every loop and every function of a cell, so that runaway code can be stopped and its line
 * named. Nothing inserted holds a line break: lines stay the learner's.
 */
export function guardInsertions(program: Node, lineAt: (index: number) => number): Insertion[] {
  const insertions: Insertion[] = [];
  full(program, (node) => {
    const isLoop = loops.has(node.type);
    if (!isLoop && !functions.has(node.type)) return;
    const { body, start } = node as Parent;
    const check = `${guardName}(${lineAt(start)})`;
    if (body.type === "BlockStatement") insertions.push({ at: body.start + 1, text: `${check};` });
    else if (isLoop) {
      insertions.push({ at: body.start, text: `{${check};` }, { at: body.end, text: "}", end: true });
    } else {
      insertions.push({ at: body.start, text: `(${check},` }, { at: body.end, text: ")", end: true });
    }
  });
  return insertions;
}
