import { RandomState } from "../../src/learn/random-state.ts";
import { expectedScore, NOISE, SEED, STUDENTS_A_TEACHER, TEACHER_SPREAD, TEACHERS } from "./planted.ts";

/** The log of a student who does not exist. */
export type PracticeLog = {
  teacher: string;
  yearsPlayed: number;
  startScore: number;
  minutes: number;
  days: number;
  slowShare: number;
  metronomeShare: number;
  recordings: number;
  pieces: number;
  hour: number;
  missed: number;
  /** What was planted without chance, and what chance made of it. */
  expected: number;
  score: number;
};

/** 400 logs, each time the same. */
export function generate(): PracticeLog[] {
  const random = new RandomState(SEED);
  const teachers = Array.from({ length: TEACHERS }, (_, i) => ({
    teacher: `teacher ${i + 1}`,
    effect: random.normal(0, TEACHER_SPREAD),
  }));
  const logs = teachers.flatMap(({ teacher, effect }) =>
    Array.from({ length: STUDENTS_A_TEACHER }, () => {
      const log = { teacher, ...habits(random) };
      const expected = expectedScore(log);
      const score = within(0, 100, expected + effect + random.normal(0, NOISE));
      return { ...log, expected, score };
    }),
  );
  return random.permutation(logs);
}

function habits(random: RandomState) {
  const yearsPlayed = Math.min(15, 1 + Math.floor(random.gamma(2, 2)));
  // Who has played longer starts higher and practises longer: years are behind both.
  const startScore = within(0, 100, 35 + 2.5 * yearsPlayed + random.normal(0, 8));
  const minutes = 5 * Math.round((130 * Math.exp(0.04 * (yearsPlayed - 5) + random.normal(0, 0.5))) / 5);
  const days = 1 + random.binomial(6, Math.min(0.9, 0.3 + minutes / 600));
  const slowShare = Math.round(100 * random.beta(2, 3));
  // Who practises slowly uses the metronome more; of itself it does nothing here.
  const metronomeShare = Math.round(0.6 * slowShare + 40 * random.beta(2, 2));
  return {
    ...{ yearsPlayed, startScore, minutes, days, slowShare, metronomeShare },
    recordings: random.binomial(8, 0.2),
    pieces: random.integers(1, 8),
    hour: random.integers(7, 23),
    missed: random.binomial(12, 0.1),
  };
}

/** To one decimal, and not beyond the ends of the scale. */
function within(least: number, most: number, value: number): number {
  return Math.round(10 * Math.min(most, Math.max(least, value))) / 10;
}
