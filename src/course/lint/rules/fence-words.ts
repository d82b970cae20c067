import { type FenceKind, fenceKinds, parseFence } from "../../../notebook/document/index.ts";
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

const LANGUAGES = new Set(Object.values(WORDS).map(({ language }) => language));

/** The line that opens a fence says only what a notebook understands. */
const find: Rule["find"] = ({ fences, openings }) => {
  const known = fences.flatMap(({ fence: { language, kind, flags, options }, line }) => {
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
  // Anything else is a listing, and listings have one word: their language.
  const unknown = openings.flatMap(({ line, info }) => {
    const [language, kind] = info.trim().split(/\s+/);
    if (kind === undefined || parseFence(info) || !LANGUAGES.has(language!)) return [];
    const message = `"${kind}" is no kind of fence: there are ${fenceKinds.join(", ")}. A listing has its language only.`;
    return [{ line, message }];
  });
  return [...known, ...unknown];
};

export const fenceWords: Rule = {
  code: "L03",
  name: "fence-words",
  wants: "The line that opens a fence says only words that a notebook understands.",
  why: "A word with a slip in it is passed over: the cell would run by itself, or would be a listing that never runs.",
  wrong: "```js cel\n440 * 2\n```",
  right: "```js cell\n440 * 2\n```",
  find,
};
