import { getCollection } from "astro:content";
import { outline } from "../course/outline.ts";
import { lessonData } from "./lesson.ts";

/** A lesson on the map of the course; one that is still to come has no address. */
export type MapLesson = { id: string; title: string; summary?: string; minutes?: number };

/** A module on the map, with all of its lessons in order. */
export type MapModule = { id: string; title: string; question: string; lessons: MapLesson[]; open: boolean };

/** The map of the course: every lesson, finished or planned. */
export async function courseMap(): Promise<MapModule[]> {
  const pages = new Map((await getCollection("docs")).map(({ id, data }) => [id, data]));
  return outline.map(({ id, title, question, plan, lessons }) => ({
    id,
    title,
    question,
    open: lessons.length > 0,
    lessons: plan.map((lesson) => {
      const path = `${id}/${lesson.id}`;
      if (!lessons.includes(lesson.id)) return { id: path, title: lesson.title };
      const { title: own, summary, minutes } = lessonData(path, pages.get(path));
      return { id: path, title: own, summary, minutes };
    }),
  }));
}
