import { progressWords } from "../../course/exercises/lesson-progress.ts";
import { courseStandings, lessonAddress } from "./course-standings.ts";
import { whereToGoOn } from "./standings.ts";

/** Where the reader goes on with the course: a lesson's title and address, and how far it is. */
export type ContinueLink = { title: string; href: string; words: string; isBegun: boolean };

/** Where to go on; null for a reader who has not begun, or who has done everything. Never rejects. */
export async function continueLink(): Promise<ContinueLink | null> {
  const next = whereToGoOn(await courseStandings());
  if (!next) return null;
  const { title, id, progress } = next;
  const isBegun = progress.state !== "untouched";
  return { title, href: lessonAddress(id), words: progressWords(progress), isBegun };
}
