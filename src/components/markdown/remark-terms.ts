import type { PhrasingContent, Root, Text } from "mdast";
import { SKIP, visit } from "unist-util-visit";
import { glossary, termId } from "../../course/glossary.ts";

const written = /\[\[([^\]|]+)(?:\|([^\]]+))?\]\]/g;

type File = { path?: string; fail(reason: string): never };

/**
 * `[[overfitting]]`, or `[[overfitting|overfits]]`, becomes a button that opens the term's definition. An unknown term
 * fails the build.
 */
export function remarkTerms() {
  return (tree: Root, file: File) => {
    let count = 0;
    visit(tree, "text", (node: Text, index, parent) => {
      if (!parent || index === undefined || !node.value.includes("[[")) return;
      const parts: PhrasingContent[] = [];
      let from = 0;
      for (const match of node.value.matchAll(written)) {
        const [whole, name, shown] = match;
        const term = glossary[termId(name!)];
        if (!term) file.fail(`${file.path}: [[${name}]] is not in the glossary (src/course/glossary.ts).`);
        parts.push({ type: "text", value: node.value.slice(from, match.index) });
        parts.push(...popover(`term-${++count}`, shown ?? name!, term));
        from = match.index + whole.length;
      }
      if (from === 0) return;
      parts.push({ type: "text", value: node.value.slice(from) });
      parent.children.splice(index, 1, ...parts);
      return [SKIP, index + parts.length];
    });
  };
}

function element(hName: string, hProperties: Record<string, unknown>, text: string): PhrasingContent {
  const node = {
    type: "etudeElement",
    data: { hName, hProperties },
    children: [{ type: "text", value: text }],
  };
  return node as unknown as PhrasingContent;
}

function popover(id: string, shown: string, { definition }: { definition: string }): PhrasingContent[] {
  return [
    element("button", { type: "button", className: ["etude-term"], popoverTarget: id }, shown),
    element("span", { id, popover: "auto", className: ["etude-definition"] }, definition),
  ];
}
