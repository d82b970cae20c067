import type { Finding, Rule } from "./finding.ts";
import { readLesson } from "./lesson-text.ts";
import { compiles } from "./rules/compiles.ts";
import { definedOnce } from "./rules/defined-once.ts";
import { exerciseParts } from "./rules/exercise-parts.ts";
import { fenceWords } from "./rules/fence-words.ts";
import { figureName } from "./rules/figure-name.ts";
import { frontMatter } from "./rules/front-matter.ts";
import { needsId } from "./rules/needs-id.ts";
import { ownOrigin } from "./rules/own-origin.ts";
import { seeded } from "./rules/seeded.ts";
import { sliderApart } from "./rules/slider-apart.ts";

export type { Finding } from "./finding.ts";

const rules: Record<string, Rule> = {
  compiles,
  "defined-once": definedOnce,
  "exercise-parts": exerciseParts,
  "fence-words": fenceWords,
  "figure-name": figureName,
  "front-matter": frontMatter,
  "needs-id": needsId,
  "own-origin": ownOrigin,
  seeded,
  "slider-apart": sliderApart,
};

/** Everything that is wrong with a lesson's Markdown, in the order of its lines. */
export function lintLesson(markdown: string): Finding[] {
  const lesson = readLesson(markdown);
  return Object.entries(rules)
    .flatMap(([rule, ask]) => ask(lesson).map(({ line, message }) => ({ line, rule, message })))
    .sort((a, b) => a.line - b.line);
}
