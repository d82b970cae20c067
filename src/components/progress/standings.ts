import {
  type LessonProgress,
  lessonProgress,
  presentName,
  type Task,
  underPresentNames,
} from "../../course/exercises/lesson-progress.ts";
import { type ExerciseRecord, mergedRecords } from "../../course/exercises/progress.ts";
import { readRecordText } from "../../course/exercises/record-text.ts";
import type { PeekedTask } from "../../notebook/storage/peek-progress.ts";

/** A lesson as the site tells its pages: `course.json` is a list of these, in the order of the course. */
export type CourseLesson = { id: string; title: string; tasks: Task[]; aliases: Record<string, string> };

/** How a reader stands with a lesson; `updated` is when that was last another, 0 for never. */
export type Standing = CourseLesson & { progress: LessonProgress; updated: number };

/** How a reader stands with each lesson of the course, in its order, by what is kept. */
export function standings(course: readonly CourseLesson[], kept: readonly PeekedTask[]): Standing[] {
  return course.map((lesson) => {
    const { id, tasks, aliases } = lesson;
    const names = new Set(tasks.map(({ name }) => name));
    const records = new Map<string, ExerciseRecord>();
    let updated = 0;
    for (const each of kept) {
      const record = each.notebook === id ? readRecordText(each.json) : null;
      if (!record || !names.has(presentName(each.task, aliases))) continue;
      records.set(each.task, record);
      updated = Math.max(updated, each.updated);
    }
    const progress = lessonProgress(tasks, underPresentNames(records, aliases, mergedRecords));
    return { ...lesson, progress, updated };
  });
}

/** Where to go on: the lesson that was worked on last, or the one after it when that is done; null for nowhere yet. */
export function whereToGoOn(all: readonly Standing[]): Standing | null {
  const last = all.reduce<Standing | null>(
    (latest, each) => (each.updated > (latest?.updated ?? 0) ? each : latest),
    null,
  );
  if (last?.progress.state !== "done") return last;
  const isOpen = ({ progress }: Standing) => progress.state !== "done";
  return all.slice(all.indexOf(last) + 1).find(isOpen) ?? all.find(isOpen) ?? null;
}
