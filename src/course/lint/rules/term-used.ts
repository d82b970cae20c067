import { glossary, termId } from "../../glossary.ts";
import type { Rule } from "../finding.ts";
import { LINES_ABOVE, readYaml } from "../read-yaml.ts";
import { inProse } from "../split-prose.ts";

/** What the head says that a lesson teaches, its text links at least once. */
const find: Rule["find"] = ({ frontMatter, prose }) => {
  if (frontMatter === null) return [];
  const { data, lineOf } = readYaml(frontMatter, LINES_ABOVE);
  const terms = (data as { terms?: unknown } | null | undefined)?.terms;
  if (!Array.isArray(terms)) return [];
  const linked = new Set(
    inProse(prose, /\[\[([^\]|]+)(?:\|[^\]]+)?\]\]/g).map(({ match }) => termId(match[1]!)),
  );
  return terms.flatMap((term, i) => {
    if (typeof term !== "string" || !Object.hasOwn(glossary, term) || linked.has(term)) return [];
    const message = `The text never links ${term}: write [[${glossary[term]!.name}]] where it is explained, or take it out of the terms.`;
    return [{ line: lineOf(["terms", i]) ?? 1, message }];
  });
};

export const termUsed: Rule = {
  code: "L13",
  name: "term-used",
  wants: "Every term of the head is linked in the text, as `[[…]]`.",
  why: "The glossary leads from a term to the lessons that teach it. They should say something of it.",
  wrong: "terms: [decision-tree, underfitting]",
  right: "terms: [decision-tree]",
  find,
};
