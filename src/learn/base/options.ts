import { nearestName } from "./nearest-name.ts";
import { shown } from "./shown.ts";

/** Throws unless `given` is an object in which every name is one of `known`; `owner` is whose options they are. */
export function checkOptions(owner: string, known: readonly string[], given: unknown): void {
  if (given === null || typeof given !== "object" || Array.isArray(given)) {
    throw new TypeError(
      `${owner} takes its options by name, in braces: {${known.join(", ")}}, but it got ${shown(given)}`,
    );
  }
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    throw new TypeError(
      `${owner} has no option ${shown(name)}: did you mean ${nearestName(name, known)}? Its options are ${known.join(", ")}`,
    );
  }
}
