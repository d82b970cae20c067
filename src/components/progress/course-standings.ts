import { peekProgress } from "../../notebook/storage/peek-progress.ts";
import { type CourseLesson, type Standing, standings } from "./standings.ts";

const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");

/** The address of a lesson. */
export function lessonAddress(id: string): string {
  return `${base}${id}/`;
}

/** How the reader stands with each lesson of the course; an empty list where nothing is kept. Never rejects. */
export async function courseStandings(): Promise<Standing[]> {
  const kept = await peekProgress();
  if (kept.length === 0) return [];
  try {
    const response = await fetch(`${base}course.json`);
    return standings((await response.json()) as CourseLesson[], kept);
  } catch {
    return []; // without a network, and not kept by the browser: then it is not shown
  }
}
