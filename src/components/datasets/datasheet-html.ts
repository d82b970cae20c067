import { createMarkdownProcessor } from "@astrojs/markdown-remark";
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

/** A datasheet or the list of licences as HTML, with its title left out and its links for the site. `base` ends with a slash. */
export async function datasheetHtml(markdown: string, base: string): Promise<string> {
  const processor = await createMarkdownProcessor({
    smartypants: false,
    syntaxHighlight: false,
    rehypePlugins: [[siteLinks, { base }]],
  });
  const { code } = await processor.render(markdown.replace(/^# .*\n/, ""));
  return code;
}

/** Links between datasets lead to their pages; those to scripts, which the site does not have, become their names. */
function siteLinks({ base }: { base: string }) {
  return (tree: Root) => {
    visit(tree, "element", (node: Element) => {
      if (node.tagName === "table") {
        node.properties.tabIndex = 0;
        withoutEmptyHeads(node);
      }
      const href = node.tagName === "a" ? String(node.properties.href ?? "") : "";
      if (href === "" || /^(https?:|#)/.test(href)) return;
      const dataset = href.match(/^\.\.\/([a-z-]+)\/README\.md(#.*)?$/);
      if (dataset) node.properties.href = `${base}datasets/${dataset[1]}/`;
      else if (/LICENSES\.md/.test(href)) node.properties.href = `${base}datasets/licences/`;
      else {
        node.tagName = "code";
        node.properties = {};
      }
    });
  };
}

/** Markdown has no table without a head: one that says nothing goes, and an empty cell of one is no heading. */
function withoutEmptyHeads(table: Element): void {
  const head = table.children.find((child): child is Element => (child as Element).tagName === "thead");
  const cells: Element[] = [];
  if (head) visit(head, { tagName: "th" }, (cell: Element) => void cells.push(cell));
  const empty = cells.filter(({ children }) => children.length === 0);
  if (empty.length === cells.length) table.children = table.children.filter((child) => child !== head);
  for (const cell of empty) cell.tagName = "td";
}
