import { isNode, LineCounter, parseDocument } from "yaml";
import { lessonFrontMatter } from "../../front-matter.ts";
import type { Rule } from "../finding.ts";

// The front matter's own first line is the file's second, below the rule.
const LINES_ABOVE = 1;

/** The head of the file says what a lesson must say of itself, as YAML of the schema's shape. */
export const frontMatter: Rule = ({ frontMatter: text }) => {
  if (text === null)
    return [{ line: 1, message: "A lesson begins with its front matter, between two lines ---." }];
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number) => counter.linePos(offset).line + LINES_ABOVE;
  if (document.errors.length > 0) {
    return document.errors.map(({ pos, message }) => ({
      line: lineAt(pos[0]),
      message: message.split("\n")[0]!,
    }));
  }
  const { error } = lessonFrontMatter.safeParse(document.toJS() ?? {});
  return (error?.issues ?? []).map(({ path, message }) => {
    const node = document.hasIn(path) ? document.getIn(path, true) : undefined;
    const line = isNode(node) && node.range ? lineAt(node.range[0]) : 1;
    return { line, message: `${path.join(".")}: ${message}` };
  });
};
