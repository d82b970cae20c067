import type { Code, Html, Root, RootContent } from "mdast";
import type { Processor } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { checkExpression, type Exercise, exercisesOf } from "../../course/exercises/index.ts";
import { CellSyntaxError, type CompiledCell, compile } from "../../notebook/compile/index.ts";
import { parseFence, parseNotebook } from "../../notebook/document/index.ts";
import { jsonScript } from "./escape.ts";

type File = { path?: string; value: unknown; fail(reason: string): never };

/** What the page's scripts need to know of an exercise. The attempts that are wrong on purpose stay in the lesson's file. */
export type ExerciseData = {
  points: number;
  starter: string;
  solution: string | null;
  check: CompiledCell | null;
  /** The names that the starter or the solution define: what an attempt is expected to be called. */
  promised: string[];
  hints: number;
};

const partKinds = new Set(["check", "hint", "solution", "wrong"]);

/**
 * Makes of an exercise's fences one element: its starter as a cell whose names are its own, its hints and what the
 * scripts of the page need. Comes before `remarkCells`, which makes the cell. A check that does not compile fails the
 * build.
 */
export function remarkExercises(this: Processor) {
  return (tree: Root, file: File) => {
    const exercises = new Map(exercisesOf(parseNotebook(String(file.value))).map((each) => [each.id, each]));
    visit(tree, "code", (node: Code, index, parent) => {
      const fence = parseFence(`${node.lang ?? ""} ${node.meta ?? ""}`);
      if (!fence || !parent || index === undefined) return;
      if (partKinds.has(fence.kind)) {
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
      const exercise = fence.kind === "exercise" ? exercises.get(fence.options.id ?? "") : undefined;
      if (!exercise) return;
      const hints = exercise.hints.map(({ source }) => (this.parse(source) as Root).children);
      parent.children[index] = exerciseElement(exercise, node, hints, file) as unknown as RootContent;
      return [SKIP, index + 1];
    });
  };
}

function element(hName: string, hProperties: Record<string, unknown>, children: unknown[]) {
  return { type: "etudeElement", data: { hName, hProperties }, children };
}

function exerciseElement(exercise: Exercise, node: Code, hints: RootContent[][], file: File) {
  const { id, points, starter, solution } = exercise;
  const check = exercise.check && compiled(checkExpression(exercise.check.source), exercise, file);
  const outputsOf = (source: string) => compiled(source, exercise, file).outputs;
  const data: ExerciseData = {
    points,
    starter: starter.source,
    solution: solution?.source ?? null,
    check,
    promised: [...new Set([...outputsOf(starter.source), ...(solution ? outputsOf(solution.source) : [])])],
    hints: hints.length,
  };
  const cell: Code = { ...node, lang: "js", meta: `cell private id=${id}` };
  const html = (value: string): Html => ({ type: "html", value });
  return element(
    "etude-exercise",
    { dataExercise: id, id: `exercise-${id}`, dataResult: "unattempted", className: ["not-content"] },
    [
      element("p", { dataPart: "exercise-title" }, [{ type: "text", value: "Exercise" }]),
      cell,
      element("div", { dataPart: "exercise-foot" }, [
        html("<noscript>With JavaScript on, your answer is checked here.</noscript>"),
      ]),
      element("div", { dataPart: "feedback", role: "status" }, []),
      element(
        "ol",
        { dataPart: "hints", hidden: true, "aria-label": "Hints" },
        hints.map((children) => element("li", { hidden: true }, children)),
      ),
      element("div", { dataPart: "solution", hidden: true }, []),
      html(jsonScript(data)),
    ],
  );
}

function compiled(source: string, { id }: Exercise, file: File): CompiledCell {
  try {
    return compile(source);
  } catch (error) {
    if (!(error instanceof CellSyntaxError)) throw error;
    return file.fail(`${file.path}: exercise ${id}, line ${error.line}: ${error.message}`);
  }
}
