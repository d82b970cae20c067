import type { Code, Html, PhrasingContent, Root, RootContent } from "mdast";
import type { Processor } from "unified";
import { visit } from "unist-util-visit";
import type { Quiz } from "../../course/exercises/quiz.ts";
import { readQuiz } from "../../course/exercises/read-quiz.ts";
import { shuffledPlaces } from "../../course/exercises/shuffled-places.ts";
import { parseFence } from "../../notebook/document/index.ts";
import { jsonScript } from "./escape.ts";

type File = { path?: string; fail(reason: string): never };

function element(hName: string, hProperties: Record<string, unknown>, children: unknown[]) {
  return { type: "etudeElement", data: { hName, hProperties }, children };
}

/** Makes of a `json quiz` fence a form that can be read without scripts. One that says too little fails the build. */
export function remarkQuizzes(this: Processor) {
  return (tree: Root, file: File) => {
    visit(tree, "code", (node: Code, index, parent) => {
      const fence = parseFence(`${node.lang ?? ""} ${node.meta ?? ""}`);
      if (fence?.kind !== "quiz" || !parent || index === undefined) return;
      const id = fence.options.id ?? "";
      const read = readQuiz(node.value);
      if ("problems" in read) file.fail(`${file.path}: quiz ${id}: ${read.problems.join(" ")}`);
      const markdown = (text: string) => (this.parse(text) as Root).children;
      parent.children[index] = quizElement(id, read.quiz, markdown) as unknown as RootContent;
    });
  };
}

function quizElement(id: string, quiz: Quiz, markdown: (text: string) => RootContent[]) {
  const properties = {
    dataQuiz: id,
    dataType: quiz.type,
    id: `quiz-${id}`,
    dataResult: "unattempted",
    className: ["not-content"],
  };
  return element("etude-quiz", properties, [
    element("fieldset", {}, [
      element("legend", {}, phrasing(markdown(quiz.question))),
      ...fields(id, quiz, markdown),
    ]),
    element("div", { dataPart: "quiz-foot" }, []),
    element("div", { dataPart: "feedback", role: "status" }, []),
    { type: "html", value: jsonScript(quiz) } as Html,
  ]);
}

/** A legend holds phrases: of the paragraphs of a question what is in them. */
function phrasing(blocks: RootContent[]): PhrasingContent[] {
  return blocks.flatMap((block, i) => [
    ...(i > 0 ? [{ type: "break" } as PhrasingContent] : []),
    ...("children" in block ? (block.children as PhrasingContent[]) : []),
  ]);
}

function fields(id: string, quiz: Quiz, markdown: (text: string) => RootContent[]): unknown[] {
  switch (quiz.type) {
    case "choice":
    case "multiple": {
      const type = quiz.type === "choice" ? "radio" : "checkbox";
      return quiz.options.map(({ text }, i) =>
        element("label", {}, [
          element("input", { type, name: `quiz-${id}`, value: String(i) }, []),
          element("span", {}, phrasing(markdown(text))),
        ]),
      );
    }
    case "number": {
      const input = element(
        "input",
        {
          type: "text",
          inputMode: "decimal",
          autoComplete: "off",
          name: `quiz-${id}`,
          "aria-label": "Your answer",
        },
        [],
      );
      const unit = { type: "text", value: ` ${quiz.unit}` };
      return [element("label", {}, [input, element("span", {}, [unit])])];
    }
    case "order": {
      const places = shuffledPlaces(quiz.items.length, id);
      return [
        element(
          "ol",
          { dataPart: "items" },
          places.map((place) =>
            element("li", { dataItem: String(place) }, [
              element("span", {}, phrasing(markdown(quiz.items[place]!))),
            ]),
          ),
        ),
      ];
    }
    case "curve":
      return [element("div", { dataPart: "curve" }, [])];
  }
}
