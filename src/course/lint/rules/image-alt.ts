import type { Rule } from "../finding.ts";
import { inProse } from "../split-prose.ts";

/** A picture says what is on it, in words. One that is only for show has `alt=""`, in HTML. */
const find: Rule["find"] = ({ prose }) =>
  inProse(prose, /!\[\s*\]\(|<img\b(?![^>]*\balt\s*=)[^>]*>/gi).map(({ line }) => ({
    line,
    message: "A picture needs words for those who cannot see it: ![what is on it](…).",
  }));

export const imageAlt: Rule = {
  code: "L18",
  name: "image-alt",
  wants: "A picture says in words what is on it.",
  why: "A reader who cannot see it, or whose connection is slow, has the words.",
  wrong: "![](piano.png)",
  right: "![Five octaves of a piano, the Cs marked](piano.png)",
  find,
};
