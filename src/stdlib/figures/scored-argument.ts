import { shown } from "../../learn/base/shown.ts";
import type { Scored } from "./binary-curves.ts";

const isScored = (value: unknown): value is Scored =>
  value !== null &&
  typeof value === "object" &&
  typeof (value as Scored).yTrue?.length === "number" &&
  typeof (value as Scored).yScore?.length === "number";

/**
 * The scores that a figure was handed, one kind or several, as a list; `owner` is the figure that messages name.
 * @throws TypeError when they are something else.
 */
export function scoredList(owner: string, given: unknown): Scored[] {
  if (given === undefined) return [];
  const list = Array.isArray(given) ? given : [given];
  if (list.every(isScored)) return list;
  const wrong = list.find((each) => !isScored(each));
  throw new TypeError(
    `${owner} takes true classes and scores, such as {yTrue, yScore, posLabel: "clap"}, or a list of these, but it got ${shown(wrong)}.`,
  );
}
