import { RandomState } from "../../src/learn/random-state.ts";

/** One student's rating of one lecturer. */
export type RatingRow = {
  student: string;
  lecturer: string;
  semester: number;
  semestersAgo: number;
  service: number;
  department: string;
  rating: number;
};

const LECTURERS = 600;
const STUDENTS = 500;
const LEAST_RATINGS = 10;
const SEED = 600;

/**
 * The ratings that 500 students gave the 600 lecturers with the most ratings; the students are drawn from those who
 * rated at least ten of these, so that a fifth of a student's ratings can be held out and some still be learnt from.
 */
export function sampleRatings(all: readonly RatingRow[]): RatingRow[] {
  const lecturers = new Set(mostFrequent(all.map(({ lecturer }) => lecturer)).slice(0, LECTURERS));
  const rated = all.filter(({ lecturer }) => lecturers.has(lecturer));
  const counts = counted(rated.map(({ student }) => student));
  const enough = [...counts].filter(([, count]) => count >= LEAST_RATINGS).map(([student]) => student);
  const students = new Set(new RandomState(SEED).permutation(enough).slice(0, STUDENTS));
  return rated.filter(({ student }) => students.has(student));
}

/** The different texts, the most frequent first; of equally frequent ones that with the smaller number. */
function mostFrequent(texts: string[]): string[] {
  return [...counted(texts)].sort(([a, m], [b, n]) => n - m || Number(a) - Number(b)).map(([text]) => text);
}

function counted(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
