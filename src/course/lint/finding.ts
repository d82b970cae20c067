import type { LessonText } from "./lesson-text.ts";

/** A place in a lesson where something is wrong. */
export type Place = {
  /** Line in the lesson's file, from 1. */
  line: number;
  /** What is wrong and what to do about it, in one sentence or two. */
  message: string;
};

/** Something wrong with a lesson. */
export type Finding = Place & {
  /** Name of the rule that says so, and its code. */
  rule: string;
  code: string;
  /** A hint may be passed over: it fails nothing. */
  isHint: boolean;
};

/** One question asked of a lesson, and what the page of all rules says of it. */
export type Rule = {
  /** Stays the same for ever: `L07`. */
  code: string;
  name: string;
  /** What it wants, in a sentence. In this and in `why`, backticks set code. */
  wants: string;
  why: string;
  /** Lines of a lesson that it finds something in, and the same lines as they should be. */
  wrong: string;
  right: string;
  /** A hint may be passed over: it fails nothing. */
  isHint?: true;
  /** Says where the answer is no. */
  find(lesson: LessonText): Place[];
};
