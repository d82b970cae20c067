export const TEACHERS = 20;
export const STUDENTS_A_TEACHER = 20;
/** How far teachers differ, and how much chance there is, in points. */
export const TEACHER_SPREAD = 2.5;
export const NOISE = 4;
export const SEED = 2027;

/** The habits that were given an effect. */
export type Habits = {
  startScore: number;
  minutes: number;
  days: number;
  slowShare: number;
  recordings: number;
  missed: number;
};

/**
 * The planted score at the end, without teacher and chance. Of the other habits none is in it. The effects were made
 * up to give a lesson something to find; nobody measured them.
 */
export function expectedScore({ startScore, minutes, days, slowShare, recordings, missed }: Habits): number {
  const start = 7 + 0.9 * startScore;
  // More minutes help less and less, and less if they are crammed into few days.
  const time = 14 * (1 - Math.exp(-minutes / 150)) * Math.sqrt(days / 7);
  // Best at 40 % slow practice, worse on both sides.
  const slow = -0.004 * (slowShare - 40) ** 2;
  return start + time + slow + 0.8 * recordings - 1.2 * missed;
}
