import type { FenceKind } from "../../../notebook/document/index.ts";
import type { Rule } from "../finding.ts";

type Words = {
  language: string;
  flags?: string[];
  options: Record<string, RegExp | true>;
  required?: string[];
};

const ID = /^[a-z][\w-]*$/i;

const WORDS: Record<FenceKind, Words> = {
  cell: { language: "js", flags: ["fold"], options: { id: ID, run: /^(auto|click)$/ } },
  exercise: { language: "js", options: { id: ID, points: /^\d+$/ } },
  check: { language: "js", options: { for: true }, required: ["for"] },
  hint: { language: "md", options: { for: true }, required: ["for"] },
  solution: { language: "js", options: { for: true }, required: ["for"] },
  wrong: { language: "js", options: { for: true, expect: true }, required: ["for", "expect"] },
  quiz: { language: "json", options: { id: ID }, required: ["id"] },
};

/** The line that opens a fence says only what a notebook understands. */
export const fenceWords: Rule = ({ fences }) =>
  fences.flatMap(({ fence: { language, kind, flags, options }, line }) => {
    const words = WORDS[kind];
    const wrong: string[] = [];
    if (language !== words.language)
      wrong.push(`A ${kind} is written in ${words.language}, not in ${language}.`);
    for (const flag of flags) {
      if (!words.flags?.includes(flag)) wrong.push(`A ${kind} does not know the word "${flag}".`);
    }
    for (const [name, value] of Object.entries(options)) {
      const allowed = words.options[name];
      if (allowed === undefined) wrong.push(`A ${kind} does not know the word "${name}=".`);
      else if (allowed !== true && !allowed.test(value))
        wrong.push(`${name}=${value} is not allowed for a ${kind}.`);
    }
    for (const name of words.required ?? []) {
      if (options[name] === undefined) wrong.push(`A ${kind} needs ${name}=….`);
    }
    return wrong.map((message) => ({ line: line - 1, message }));
  });
