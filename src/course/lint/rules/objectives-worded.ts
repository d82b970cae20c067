import type { Rule } from "../finding.ts";
import { LINES_ABOVE, readYaml } from "../read-yaml.ts";

const VAGUE =
  /^(understand|know|learn|appreciate|be (aware|able|familiar)|become|get|familiari[sz]e|see (how|why|that)|an? |the )/i;

/** An objective is something that a reader can be asked to do. */
const find: Rule["find"] = ({ frontMatter }) => {
  if (frontMatter === null) return [];
  const { data, lineOf } = readYaml(frontMatter, LINES_ABOVE);
  const objectives = (data as { objectives?: unknown } | null | undefined)?.objectives;
  if (!Array.isArray(objectives)) return [];
  return objectives.flatMap((objective, i) => {
    if (typeof objective !== "string") return []; // the schema's business
    const line = lineOf(["objectives", i]) ?? 1;
    const vague = objective.match(VAGUE)?.[0].trim();
    if (vague) {
      const message = `"${vague} …" cannot be asked of a reader: begin with what they can do, such as Tell, Choose, Write, Hear.`;
      return [{ line, message }];
    }
    if (/^[A-Z].*\.$/s.test(objective)) return [];
    return [
      {
        line,
        message: "An objective begins with a verb, its first letter a capital, and ends in a full stop.",
      },
    ];
  });
};

export const objectivesWorded: Rule = {
  code: "L11",
  name: "objectives-worded",
  wants: "An objective begins with what a reader can do, and ends in a full stop.",
  why: "Nobody can see whether somebody understands; one can see whether they tell two curves apart. From that comes the exercise.",
  wrong: "objectives: [Understand overfitting., Choose k.]",
  right: "objectives: [Tell overfitting from underfitting., Choose k.]",
  find,
};
