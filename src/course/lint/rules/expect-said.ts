import type { Node } from "acorn";
import { simple } from "acorn-walk";
import type { Rule } from "../finding.ts";
import type { Code } from "../lesson-text.ts";

/** What the page itself says, before or without a check. */
const OWN = [
  "Fill in the blanks",
  "There is nothing here yet",
  "Your code stopped",
  "Your answer must be called",
  "Not yet.",
];

/** Stands in a text for a value that is put in: no text has it. */
const VALUE = "\u0000";

const plain = (text: string) => text.replace(/[*_`\\]/g, "").replace(/\s+/g, " ");

/** The texts of a check; `VALUE` stands for a value put into one. */
function textsOf(tree: NonNullable<Code["tree"]>): string[] {
  const texts: string[] = [];
  simple(tree as Node, {
    Literal: ({ value }) => void (typeof value === "string" && texts.push(value)),
    TemplateLiteral: ({ quasis }) => void texts.push(quasis.map(({ value }) => value.cooked).join(VALUE)),
  });
  return texts;
}

/** Whether a message can contain what is expected: as it stands, or with values put into it. */
function isIn(text: string, expect: string): boolean {
  const parts = plain(text).split(VALUE);
  if (parts.some((part) => part.includes(expect))) return true;
  // Across a value: one stretch ends as the expectation begins, and the next begins as it goes on.
  return parts.some((part, i) => {
    const next = parts[i + 1];
    if (next === undefined) return false;
    const shared = Array.from(expect, (_, before) => before).findLast(
      (length) => length > 0 && part.endsWith(expect.slice(0, length)),
    );
    if (shared === undefined) return false;
    const rest = expect.slice(shared);
    const start = next.slice(0, 8);
    return start === "" || rest.includes(start) || !/ /.test(rest);
  });
}

/** What a wrong attempt should be told, its check can say. */
const find: Rule["find"] = ({ code, fences }) =>
  fences.flatMap(({ fence: { kind, options }, line }) => {
    const { expect } = options;
    if (kind !== "wrong" || expect === undefined) return [];
    const check = code.find(
      ({ block }) => block.fence.kind === "check" && block.fence.options.for === options.for,
    );
    if (!check?.tree) return [];
    const wanted = plain(expect);
    if (OWN.some((text) => text.startsWith(wanted) || wanted.startsWith(text))) return [];
    if (textsOf(check.tree).some((text) => isIn(text, wanted))) return [];
    const message = `The check of ${options.for} never says "${expect}": mend the message there, or what is expected here.`;
    return [{ line: line - 1, message }];
  });

const example = (expect: string) => `\`\`\`js exercise id=piano
const keys = ____;
\`\`\`

\`\`\`js check for=piano
return keys === 88 ? pass() : "Count the black ones too.";
\`\`\`

\`\`\`md hint for=piano
More than 80.
\`\`\`

\`\`\`js solution for=piano
const keys = 88;
\`\`\`

\`\`\`js wrong for=piano expect="${expect}"
const keys = 52;
\`\`\``;

export const expectSaid: Rule = {
  code: "L14",
  name: "expect-said",
  wants: "What a wrong attempt expects stands in its exercise’s check.",
  why: "Each wrong attempt stands for a mistake that a reader will make. If its message is lost, so is the help.",
  wrong: example("Count the white ones"),
  right: example("Count the black ones"),
  find,
};
