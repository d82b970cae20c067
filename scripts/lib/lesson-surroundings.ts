import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Surroundings } from "../../src/course/lint/index.ts";
import { allLessons } from "./lessons.ts";
import { root } from "./root.ts";

/** The datasets of the repository: each folder that has a table. */
function allDatasets(): string[] {
  const folder = join(root, "datasets");
  return readdirSync(folder).filter((id) => existsSync(join(folder, id, "manifest.json")));
}

/** The pages of the site, as `src/pages` and the lessons make them. */
function allPages(lessons: readonly string[], datasets: readonly string[]): string[] {
  const own = readdirSync(join(root, "src/pages"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".astro"))
    .map((file) =>
      file
        .split(sep)
        .join("/")
        .replace(/\.astro$/, "")
        .replace(/(^|\/)index$/, ""),
    );
  return [
    ...own.filter((path) => path !== "" && !path.includes("[")),
    ...lessons,
    ...datasets.map((id) => `datasets/${id}`),
  ].map((path) => `${path}/`);
}

/** What is around a lesson's file in this repository. */
export function surroundingsOf(file: string): Surroundings {
  const path = relative(join(root, "lessons"), file).split(sep).join("/");
  const lessons = allLessons().map(({ id }) => id);
  const datasets = allDatasets();
  return {
    id: path.startsWith("../") ? null : path.replace(/\.md$/, ""),
    lessons,
    datasets,
    pages: allPages(lessons, datasets),
  };
}
