import type { Finding } from "./finding.ts";
import { readLesson } from "./lesson-text.ts";
import { rules } from "./rules.ts";
import type { Surroundings } from "./surroundings.ts";

export type { Finding, Rule } from "./finding.ts";
export { rules } from "./rules.ts";
export type { Surroundings } from "./surroundings.ts";

/**
 * Everything that is wrong with a lesson's Markdown, in the order of its lines.
 * @param around what else there is: without it, nothing is said of other lessons, pages and datasets
 */
export function lintLesson(markdown: string, around?: Surroundings): Finding[] {
  const lesson = readLesson(markdown, around);
  return rules
    .flatMap(({ name, code, isHint = false, find }) =>
      find(lesson).map(({ line, message }) => ({ line, rule: name, code, isHint, message })),
    )
    .sort((a, b) => a.line - b.line);
}

/** Where a rule is explained, below the site's base. */
export function ruleAddress(code: string): string {
  return `help/lessons/#${code}`;
}
