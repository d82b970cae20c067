import { describe } from "vitest";
import { allLessons } from "../../../scripts/lib/lessons.ts";
import { useSite } from "../../browser/support/site.ts";
import { walkLesson } from "../support/walk-lesson.ts";

const site = useSite();

// Every other lesson, so that two are walked through at a time.
const lessons = allLessons().filter((_, i) => i % 2 === 1);

for (const [i, lesson] of lessons.entries())
  describe(lesson.id, () => walkLesson(site, lesson, i % 2 === 0 ? "light" : "dark"));
