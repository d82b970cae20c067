import type { Rule } from "../finding.ts";
import { LINES_ABOVE, readYaml } from "../read-yaml.ts";

/** What a lesson needs are other lessons of the course, as `module/lesson`. */
const find: Rule["find"] = ({ frontMatter, around: { id, lessons } }) => {
  if (frontMatter === null) return [];
  const { data, lineOf } = readYaml(frontMatter, LINES_ABOVE);
  const needs = (data as { needs?: unknown } | null | undefined)?.needs;
  if (!Array.isArray(needs)) return [];
  return needs.flatMap((need, i) => {
    if (typeof need !== "string") return []; // the schema's business
    const line = lineOf(["needs", i]) ?? 1;
    if (need === id) return [{ line, message: "A lesson does not need itself." }];
    if (!/^[\w-]+\/[\w-]+$/.test(need)) {
      return [{ line, message: `Write "${need}" as module/lesson, such as generalising/overfitting.` }];
    }
    if (lessons === null || lessons.includes(need)) return [];
    return [{ line, message: `There is no lesson ${need}: there are ${lessons.join(", ")}.` }];
  });
};

export const needsKnown: Rule = {
  code: "L24",
  name: "needs-known",
  wants: "What the head says that it `needs` are lessons of the course, as `module/lesson`.",
  why: "The page links them, so that a reader can catch up.",
  wrong: "needs: [overfitting]",
  right: "needs: [generalising/overfitting]",
  find,
};
