import type { LessonText } from "./lesson-text.ts";

/** Something wrong with a lesson. */
export type Finding = {
  /** Line in the lesson's file, from 1. */
  line: number;
  /** Name of the rule that says so. */
  rule: string;
  /** What is wrong and what to do about it, in one sentence or two. */
  message: string;
};

/** One question asked of a lesson: says where the answer is no, and leaves its own name to the caller. */
export type Rule = (lesson: LessonText) => Omit<Finding, "rule">[];
