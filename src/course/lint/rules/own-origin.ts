import { simple } from "acorn-walk";
import type { Rule } from "../finding.ts";

// Names of XML vocabularies look like addresses, and are never fetched.
const ADDRESS = /^(https?:)?\/\/(?!www\.w3\.org\/)[\w.-]+/;
const EMBEDDED =
  /!\[[^\]]*\]\(\s*<?(https?:\/\/[^\s)>]+)|<(?!a\b)[a-z]+\b[^>]*\b(?:src|href)\s*=\s*["']?(https?:\/\/[^\s"'>]+)/gi;
const FENCE = /^(`{3,}|~{3,}).*?$[\s\S]*?^\1[ \t]*$/gm;

const message = (address: string) =>
  `${address} is elsewhere: a lesson loads nothing from another origin. Bring it into the repository.`;

/** Nothing is loaded from another origin. A link that a reader may follow is fine. */
export const ownOrigin: Rule = ({ markdown, code }) => {
  const inCode = code.flatMap(({ tree, lineAt }) => {
    const found: ReturnType<Rule> = [];
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
  // Fences are blanked, line by line, so that positions stay right.
  const prose = markdown.replace(FENCE, (fence) => fence.replace(/[^\n]/g, " "));
  const inProse = [...prose.matchAll(EMBEDDED)].map((match) => ({
    line: prose.slice(0, match.index).split("\n").length,
    message: message(match[1] ?? match[2]!),
  }));
  return [...inCode, ...inProse];
};
