import { glossary, termId } from "../../glossary.ts";
import type { Rule } from "../finding.ts";
import { inProse } from "../split-prose.ts";

/** Every term in two square brackets is in the glossary. */
const find: Rule["find"] = ({ prose }) =>
  inProse(prose, /\[\[([^\]|]+)(?:\|[^\]]+)?\]\]/g).flatMap(({ line, match }) => {
    const name = match[1]!;
    if (Object.hasOwn(glossary, termId(name))) return [];
    const message = `"${name}" is not in the glossary (src/course/glossary.ts): add it there, or mend the spelling.`;
    return [{ line, message }];
  });

export const knownTerm: Rule = {
  code: "L12",
  name: "known-term",
  wants: "Every term in `[[…]]` is in the glossary.",
  why: "It becomes a button that opens what the glossary says; without an entry the build fails.",
  wrong: "A model that [[overfitts]] knows too much.",
  right: "A model that [[overfitting|overfits]] knows too much.",
  find,
};
