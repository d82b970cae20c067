import { simple } from "acorn-walk";
import type { Place, Rule } from "../finding.ts";

// Names of XML vocabularies look like addresses, and are never fetched.
const ADDRESS = /^(https?:)?\/\/(?!www\.w3\.org\/)[\w.-]+/;
const EMBEDDED =
  /!\[[^\]]*\]\(\s*<?(https?:\/\/[^\s)>]+)|<(?!a\b)[a-z]+\b[^>]*\b(?:src|href)\s*=\s*["']?(https?:\/\/[^\s"'>]+)/gi;

const message = (address: string) =>
  `${address} is elsewhere: a lesson loads nothing from another origin. Bring it into the repository.`;

/** Nothing is loaded from another origin. A link that a reader may follow is fine. */
const find: Rule["find"] = ({ prose, code }) => {
  const inCode = code.flatMap(({ tree, lineAt }) => {
    const found: Place[] = [];
    if (!tree) return found;
    const look = (text: string | null | undefined, start: number) => {
      if (text && ADDRESS.test(text)) found.push({ line: lineAt(start), message: message(text) });
    };
    simple(tree, {
      Literal: ({ value, start }) => look(typeof value === "string" ? value : null, start),
      TemplateLiteral: ({ quasis, start }) => look(quasis[0]?.value.cooked, start),
    });
    return found;
  });
  const text = prose.join("\n");
  const inProse = [...text.matchAll(EMBEDDED)].map((match) => ({
    line: text.slice(0, match.index).split("\n").length,
    message: message(match[1] ?? match[2]!),
  }));
  return [...inCode, ...inProse];
};

export const ownOrigin: Rule = {
  code: "L09",
  name: "own-origin",
  wants: "Nothing is loaded from another site. A link that a reader may follow is fine.",
  why: "The course works without a network, and tells nobody who reads it.",
  wrong: "![A piano](https://example.org/piano.png)",
  right: "[A piano](https://example.org/piano.png)",
  find,
};
