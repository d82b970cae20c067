// npm run new:lesson -- MODULE/LESSON "TITLE": writes lessons/MODULE/LESSON.md from a template that is a whole lesson,
// and adds it to src/course/outline.ts.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { outline } from "../src/course/outline.ts";
import { addToOutline } from "./lib/add-to-outline.ts";
import { lessonTemplate } from "./lib/lesson-template.ts";
import { readNewLesson } from "./lib/new-lesson.ts";
import { root } from "./lib/root.ts";
import { runTool, toolEntry } from "./lib/tool.ts";

const fileOf = (module: string, lesson: string) => join(root, "lessons", module, `${lesson}.md`);
const outlineFile = join(root, "src/course/outline.ts");

try {
  const { module, lesson, title } = readNewLesson(process.argv.slice(2), outline, (module, lesson) =>
    existsSync(fileOf(module, lesson)),
  );
  const known = outline.some(({ id, lessons }) => id === module && lessons.includes(lesson));
  const text = readFileSync(outlineFile, "utf8");
  const withLesson = known ? text : addToOutline(text, module, lesson, title);
  mkdirSync(dirname(fileOf(module, lesson)), { recursive: true });
  writeFileSync(fileOf(module, lesson), lessonTemplate(title));
  writeFileSync(outlineFile, withLesson);
  await runTool(toolEntry("@biomejs/biome", "biome"), ["format", "--write", outlineFile], { capture: true });
  console.log(`lessons/${module}/${lesson}.md is there, and in the course.`);
  console.log(`Next: npm run dev, and open /${module}/${lesson}/`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
