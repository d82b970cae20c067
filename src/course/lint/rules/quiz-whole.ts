import { quizSchema } from "../../exercises/quiz.ts";
import type { Place, Rule } from "../finding.ts";
import { readYaml } from "../read-yaml.ts";

/** The line of a text at which `JSON.parse` gave up, from 1; its last when it missed the end. */
function lineOfFault(source: string, message: string): number {
  const at = message.match(/position (\d+)/)?.[1];
  return (at === undefined ? source.trimEnd() : source.slice(0, Number(at))).split("\n").length;
}

/** A quiz is JSON, and says all that its kind must say. */
const find: Rule["find"] = ({ fences }) =>
  fences.flatMap(({ fence, source, line }): Place[] => {
    if (fence.kind !== "quiz") return [];
    try {
      JSON.parse(source);
    } catch (error) {
      const { message } = error as Error;
      return [{ line: line + lineOfFault(source, message) - 1, message: `This is not JSON: ${message}.` }];
    }
    const { data, lineOf } = readYaml(source, line - 1);
    const { error } = quizSchema.safeParse(data);
    return (error?.issues ?? []).map(({ path, message }) => {
      // What is missing is told where it should be.
      const place = [...path.keys(), path.length].reverse().map((length) => lineOf(path.slice(0, length)));
      const where = path.length > 0 ? `${path.join(".")}: ` : "";
      return { line: place.find((each) => each !== undefined) ?? line, message: `${where}${message}` };
    });
  });

export const quizWhole: Rule = {
  code: "L15",
  name: "quiz-whole",
  wants:
    "A quiz is JSON, and says all that its kind must say: a word for every answer, and which one is right.",
  why: "A question without an answer to each answer is a test, and teaches nothing. The build refuses it.",
  wrong: `\`\`\`json quiz id=octave
{
  "type": "number",
  "question": "How many semitones has an octave?",
  "answer": "12",
  "right": "Seven white and five black.",
  "wrong": "Count the black keys as well."
}
\`\`\``,
  right: `\`\`\`json quiz id=octave
{
  "type": "number",
  "question": "How many semitones has an octave?",
  "answer": 12,
  "right": "Seven white and five black.",
  "wrong": "Count the black keys as well."
}
\`\`\``,
  find,
};
