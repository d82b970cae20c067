type Hast = { type: string; properties?: Record<string, unknown>; children?: Hast[] };

const colours = (node: Hast) =>
  String(node.properties?.style ?? "")
    .toLowerCase()
    .match(/--shiki-(light|dark):#\w+/g) ?? [];

/** The tokens of a line, with those that have the colour of the whole as plain text. */
function lighter(line: Hast, plain: ReadonlySet<string>): Hast[] {
  return (line.children ?? []).flatMap((token) =>
    colours(token).every((colour) => plain.has(colour)) ? (token.children ?? []) : [token],
  );
}

/**
 * Makes highlighted code light, as a page has a hundred pieces of it: what has the colour of ordinary text needs no
 * element. And as it wraps and never scrolls, it is no stop for the Tab key.
 */
export const lightCode = {
  pre(node: Hast): void {
    delete node.properties?.tabindex;
    const plain = new Set(colours(node));
    for (const code of node.children ?? []) {
      for (const line of code.children ?? []) if (line.children) line.children = lighter(line, plain);
    }
  },
};
