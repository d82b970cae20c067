import { readQuiz } from "../../exercises/read-quiz.ts";
import type { Rule } from "../finding.ts";
import { cellsOf, idsOfCells } from "../lesson-text.ts";
import { readYaml } from "../read-yaml.ts";

/** The cell that a quiz veils, and the name that holds a curve's truth, are there. */
const find: Rule["find"] = (lesson) => {
  const ids = idsOfCells(lesson);
  const defined = new Set(cellsOf(lesson).flatMap(({ compiled }) => compiled?.outputs ?? []));
  return lesson.fences.flatMap(({ fence, source, line }) => {
    const read = fence.kind === "quiz" ? readQuiz(source) : undefined;
    if (!read || "problems" in read) return [];
    const { quiz } = read;
    const { lineOf } = readYaml(source, line - 1);
    const at = (key: string, message: string) => [{ line: lineOf([key]) ?? line, message }];
    const lost =
      quiz.reveals !== undefined && !ids.includes(quiz.reveals)
        ? at("reveals", `There is no cell with the id ${quiz.reveals}, so nothing would be veiled.`)
        : [];
    const untrue =
      quiz.type === "curve" && typeof quiz.truth === "string" && !defined.has(quiz.truth)
        ? at("truth", `No cell defines ${quiz.truth}, which should hold the curve.`)
        : [];
    return [...lost, ...untrue];
  });
};

const example = (cell: string) => `\`\`\`js cell id=twice
440 * 2
\`\`\`

\`\`\`json quiz id=octave
{
  "type": "number",
  "question": "How many hertz are an octave above A4?",
  "reveals": "${cell}",
  "answer": 880,
  "right": "An octave doubles.",
  "wrong": "An octave doubles: try again."
}
\`\`\``;

export const quizNames: Rule = {
  code: "L16",
  name: "quiz-names",
  wants: "The cell that a quiz `reveals`, and the name that holds a curve’s `truth`, are in the lesson.",
  why: "Otherwise the figure shows the answer before the guess, or no guess can be right.",
  wrong: example("double"),
  right: example("twice"),
  find,
};
