import { lessonFrontMatter } from "../../front-matter.ts";
import type { Rule } from "../finding.ts";
import { LINES_ABOVE, readYaml } from "../read-yaml.ts";

/** The head of the file says what a lesson must say of itself, as YAML of the schema's shape. */
const find: Rule["find"] = ({ frontMatter: text }) => {
  if (text === null)
    return [{ line: 1, message: "A lesson begins with its front matter, between two lines ---." }];
  const { data, problems, lineOf } = readYaml(text, LINES_ABOVE);
  if (problems.length > 0) return problems;
  const { error } = lessonFrontMatter.safeParse(data ?? {});
  return (error?.issues ?? []).map(({ path, message }) => ({
    line: lineOf(path) ?? 1,
    message: `${path.join(".")}: ${message}`,
  }));
};

export const frontMatter: Rule = {
  code: "L01",
  name: "front-matter",
  wants: "A lesson begins with its head, and says in it all that a lesson must say of itself.",
  why: "The table of contents, the search and the progress of a reader are made of it.",
  wrong: "minutes: soon",
  right: "minutes: 20",
  find,
};
