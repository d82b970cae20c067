import type { Rule } from "../finding.ts";
import { inProse } from "../split-prose.ts";

const OPEN = /\b(hard|limits?|open|wrong|missing|cannot|beyond|not|next|left)\b/i;

/** A lesson ends with what stays hard. */
const find: Rule["find"] = ({ prose }) => {
  const last = inProse(prose, /^ {0,3}##[ \t]+(.*)/g).at(-1);
  if (last && OPEN.test(last.match[1]!)) return [];
  const message =
    "The last section should say what stays hard: what the method cannot do, and what the data do not tell.";
  return [{ line: last?.line ?? 1, message }];
};

export const endsOpen: Rule = {
  code: "L26",
  name: "ends-open",
  wants: "The last section says what stays hard. (This is a hint: it fails nothing.)",
  why: "A method that is only praised is used where it does not hold.",
  wrong: "## A nice picture\n\nThat was that.",
  right: "## What stays hard\n\nIn a song, drums sound at once.",
  isHint: true,
  find,
};
