import type { Rule } from "../finding.ts";
import { inProse } from "../split-prose.ts";

/** Headings begin at `##`, since the title is the first, and go down one level at a time. */
const find: Rule["find"] = ({ prose }) => {
  let above = 1;
  return inProse(prose, /^ {0,3}(#{1,6})[ \t]/g).flatMap(({ line, match }) => {
    const level = match[1]!.length;
    const before = above;
    above = level;
    if (level === 1)
      return [{ line, message: "The title of the lesson is its only heading of level 1: write ##." }];
    if (level <= before + 1) return [];
    const message = `This heading jumps from level ${before} to ${level}: write ${"#".repeat(before + 1)}.`;
    return [{ line, message }];
  });
};

export const headingLevels: Rule = {
  code: "L20",
  name: "heading-levels",
  wants: "Headings begin at `##` and go down one level at a time.",
  why: "Those who hear the page find their way by them, and the table of contents is made of them.",
  wrong: "#### What is left out",
  right: "## What is left out",
  find,
};
