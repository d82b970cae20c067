import type { CallExpression } from "acorn";
import { simple } from "acorn-walk";
import type { Rule } from "../finding.ts";
import { LINES_ABOVE, readYaml } from "../read-yaml.ts";

/** The dataset that a call loads: `datasets.load("drums")`; undefined for anything else. */
function loaded({ callee, arguments: [first] }: CallExpression): string | undefined {
  const isLoad =
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "datasets" &&
    callee.property.type === "Identifier" &&
    callee.property.name === "load";
  return isLoad && first?.type === "Literal" && typeof first.value === "string" ? first.value : undefined;
}

/** The datasets of the head are those that the cells load, and each is there. */
const find: Rule["find"] = ({ frontMatter, code, around }) => {
  if (frontMatter === null) return [];
  const { data, lineOf } = readYaml(frontMatter, LINES_ABOVE);
  const datasets = (data as { datasets?: unknown } | null | undefined)?.datasets ?? [];
  if (!Array.isArray(datasets)) return [];
  const uses = code.flatMap(({ tree, lineAt }) => {
    const found: { name: string; line: number }[] = [];
    if (!tree) return found;
    simple(tree, {
      CallExpression(call) {
        const name = loaded(call);
        if (name !== undefined) found.push({ name, line: lineAt(call.start) });
      },
    });
    return found;
  });
  const used = new Set(uses.map(({ name }) => name));
  const unknown = ({ name, line }: { name: string; line: number }) =>
    around.datasets === null || around.datasets.includes(name)
      ? []
      : [{ line, message: `There is no dataset ${name}: there are ${around.datasets.join(", ")}.` }];
  const unsaid = uses
    .filter(({ name }, i) => !datasets.includes(name) && uses.findIndex((use) => use.name === name) === i)
    .map(({ name, line }) => ({ line, message: `The head does not name ${name}: add it to its datasets.` }));
  const unused = datasets.flatMap((name, i) =>
    used.has(name)
      ? []
      : [
          {
            line: lineOf(["datasets", i]) ?? 1,
            message: `No cell loads ${name}: take it out of the datasets, or load it.`,
          },
        ],
  );
  return [...uses.flatMap(unknown), ...unsaid, ...unused];
};

export const datasetNamed: Rule = {
  code: "L21",
  name: "dataset-named",
  wants: "The head names the datasets that the cells load, and no others.",
  why: "The page shows beside its title where its data comes from, and the page of a dataset the lessons that use it.",
  wrong: "datasets: [drums]",
  right: "datasets: []",
  find,
};
