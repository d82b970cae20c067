import { getCollection } from "astro:content";
import { lessonData } from "../components/lesson.ts";
import type { CourseLesson } from "../components/progress/standings.ts";
import { tasksOf } from "../course/exercises/tasks-of.ts";
import { openModules } from "../course/outline.ts";
import { parseNotebook } from "../notebook/document/index.ts";

/** The lessons of the course with their tasks, for pages that show how a reader stands with them. */
export async function GET(): Promise<Response> {
  const entries = new Map((await getCollection("docs")).map((entry) => [entry.id, entry]));
  const ids = openModules().flatMap(({ id, lessons }) => lessons.map((lesson) => `${id}/${lesson}`));
  const course = ids.map((id): CourseLesson => {
    const entry = entries.get(id)!;
    const { title, aliases } = lessonData(id, entry.data);
    return { id, title, tasks: tasksOf(parseNotebook(entry.body ?? "")), aliases };
  });
  return Response.json(course);
}
