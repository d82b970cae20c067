import type { Rule } from "./finding.ts";
import { cellLength } from "./rules/cell-length.ts";
import { compiles } from "./rules/compiles.ts";
import { datasetNamed } from "./rules/dataset-named.ts";
import { definedOnce } from "./rules/defined-once.ts";
import { endsOpen } from "./rules/ends-open.ts";
import { exerciseParts } from "./rules/exercise-parts.ts";
import { expectSaid } from "./rules/expect-said.ts";
import { fenceWords } from "./rules/fence-words.ts";
import { figureName } from "./rules/figure-name.ts";
import { frontMatter } from "./rules/front-matter.ts";
import { headingLevels } from "./rules/heading-levels.ts";
import { imageAlt } from "./rules/image-alt.ts";
import { knownTerm } from "./rules/known-term.ts";
import { lineLength } from "./rules/line-length.ts";
import { liveLink } from "./rules/live-link.ts";
import { nameRead } from "./rules/name-read.ts";
import { needsId } from "./rules/needs-id.ts";
import { needsKnown } from "./rules/needs-known.ts";
import { noTabs } from "./rules/no-tabs.ts";
import { objectivesWorded } from "./rules/objectives-worded.ts";
import { ownOrigin } from "./rules/own-origin.ts";
import { quizNames } from "./rules/quiz-names.ts";
import { quizWhole } from "./rules/quiz-whole.ts";
import { seeded } from "./rules/seeded.ts";
import { sliderApart } from "./rules/slider-apart.ts";
import { termUsed } from "./rules/term-used.ts";

/** All rules, in the order of their codes. A code that was given once is never given to another rule. */
export const rules: readonly Rule[] = [
  frontMatter,
  compiles,
  fenceWords,
  needsId,
  definedOnce,
  exerciseParts,
  sliderApart,
  seeded,
  ownOrigin,
  figureName,
  objectivesWorded,
  knownTerm,
  termUsed,
  expectSaid,
  quizWhole,
  quizNames,
  liveLink,
  imageAlt,
  nameRead,
  headingLevels,
  datasetNamed,
  lineLength,
  cellLength,
  needsKnown,
  noTabs,
  endsOpen,
];
