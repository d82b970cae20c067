import { isNode, LineCounter, parseDocument } from "yaml";
import type { Place } from "./finding.ts";

/** The front matter's own first line is the file's second, below the rule. */
export const LINES_ABOVE = 1;

/** YAML, or JSON, which is YAML too: its data, and where what stands in it. */
export type YamlText = {
  data: unknown;
  /** Why it cannot be read, if it cannot. */
  problems: Place[];
  /** The line in the file of what stands at a path; undefined when nothing does. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
};

/**
 * Reads YAML.
 * @param linesAbove how many lines of the file come before it
 */
export function readYaml(text: string, linesAbove: number): YamlText {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number) => counter.linePos(offset).line + linesAbove;
  const problems = document.errors.map(({ pos, message }) => ({
    line: lineAt(pos[0]),
    message: message.split("\n")[0]!,
  }));
  return {
    data: problems.length > 0 ? undefined : document.toJS(),
    problems,
    lineOf(path) {
      const node = document.hasIn(path) ? document.getIn(path, true) : undefined;
      return isNode(node) && node.range ? lineAt(node.range[0]) : undefined;
    },
  };
}
