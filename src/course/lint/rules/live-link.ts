import { exercisesOf } from "../../exercises/index.ts";
import type { Rule } from "../finding.ts";
import { idsOfCells, type LessonText } from "../lesson-text.ts";
import { inProse } from "../split-prose.ts";

const LINK = /(?<!!)\[[^\]]*\]\(\s*<?([^\s)>]+)|<a\b[^>]*\bhref\s*=\s*["']?([^\s"'>]+)/g;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/;

/** Everything that can be linked to within a lesson: its headings, cells, exercises and quizzes. */
function anchorsOf(lesson: LessonText): Set<string> {
  const anchors = new Set(["_top"]);
  for (const line of lesson.markdown.split("\n")) {
    const title = line.match(HEADING)?.[1];
    if (!title) continue;
    const slug = title
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replace(/ /g, "-");
    let free = slug;
    for (let i = 1; anchors.has(free); i += 1) free = `${slug}-${i}`;
    anchors.add(free);
  }
  for (const id of idsOfCells(lesson)) anchors.add(`cell-${id}`);
  for (const { id } of exercisesOf(lesson.document)) anchors.add(`exercise-${id}`);
  for (const { fence } of lesson.fences) {
    if (fence.kind === "quiz") anchors.add(`quiz-${fence.options.id}`);
  }
  return anchors;
}

/** A link within the site leads to a page, and one within the lesson to a heading, a cell, an exercise or a quiz. */
const find: Rule["find"] = (lesson) => {
  const { id, pages } = lesson.around;
  const anchors = anchorsOf(lesson);
  return inProse(lesson.prose, LINK).flatMap(({ line, match }) => {
    const target = match[1] ?? match[2]!;
    if (/^[a-z][a-z+.-]*:|^\/\//i.test(target)) return [];
    if (target.startsWith("#")) {
      if (anchors.has(decodeURIComponent(target.slice(1)))) return [];
      return [{ line, message: `Nothing in this lesson has the anchor ${target}.` }];
    }
    if (target.startsWith("/")) {
      const message = `${target} leads nowhere where the site is served under a path: begin with ../../ instead.`;
      return [{ line, message }];
    }
    if (id === null || pages === null) return [];
    const path = new URL(target, `http://site/${id}/`).pathname.slice(1);
    if (path === "" || pages.includes(path)) return [];
    const near = pages.includes(`${path}/`) ? " Write a slash at its end." : "";
    return [{ line, message: `${target} is no page of the site (${path}).${near}` }];
  });
};

export const liveLink: Rule = {
  code: "L17",
  name: "live-link",
  wants: "A link within the site leads to a page that is there, one within the lesson to something in it.",
  why: "The site may be served under any path, and without a network: its own links are all that it has.",
  wrong: "Look at [the figure](#cell-curve).",
  right: "```js cell id=curve\n440 * 2\n```\n\nLook at [the figure](#cell-curve).",
  find,
};
