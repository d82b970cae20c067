import type { Rule } from "../finding.ts";

/** Tabs are as wide as each program likes: lessons have spaces. */
const find: Rule["find"] = ({ markdown }) =>
  markdown
    .split("\n")
    .flatMap((text, i) =>
      text.includes("\t") ? [{ line: i + 1, message: "Write spaces instead of the tab." }] : [],
    );

export const noTabs: Rule = {
  code: "L25",
  name: "no-tabs",
  wants: "There is no tab in the file.",
  why: "Tabs are as wide as each program likes; in a list of Markdown they can change what belongs to it.",
  wrong: "-\ta piano",
  right: "- a piano",
  find,
};
