import type { CallExpression, Identifier, MemberExpression, NewExpression, Node } from "acorn";
import { full } from "acorn-walk";

const dialogs = new Set(["alert", "confirm", "prompt", "print"]);

function isName(node: Node, name: string): boolean {
  return node.type === "Identifier" && (node as Identifier).name === name;
}

/**
 * What a cell must not use although it is JavaScript, in plain words: code made out of text, which could not be
 * stopped, and dialogs, which hold the page.
 * @returns the place of the first such thing, or null
 */
export function findRefused(program: Node, source: string): { at: number; message: string } | null {
  let found: { at: number; message: string } | null = null;
  const refuse = ({ start }: Node, message: string) => {
    if (!found || start < found.at) found = { at: start, message };
  };
  full(program, (node) => {
    if (node.type === "MetaProperty" && source.startsWith("import", node.start)) {
      refuse(node, "`import.meta` means nothing in a cell.");
    } else if (node.type === "CallExpression" || node.type === "NewExpression") {
      const { callee } = node as CallExpression | NewExpression;
      for (const name of ["eval", "Function"]) {
        if (isName(callee, name))
          refuse(node, `\`${name}\` is not available in cells: code made out of text could not be stopped.`);
      }
    } else if (node.type === "MemberExpression") {
      const { object, property, computed } = node as MemberExpression;
      if (computed || !isName(object, "window") || property.type !== "Identifier") return;
      if (dialogs.has(property.name)) {
        refuse(node, `A cell opens no dialogs, which hold the page. To show something write \`display(…)\`.`);
      }
    }
  });
  return found;
}
