import * as v from "valibot";
import { shownName } from "./file-name.ts";
import { ShareError } from "./share-error.ts";

/** How a page stands: the seed it was given, and what its inputs stand at, by cell id, in order. */
export type PageState = { seed?: number; inputs: Map<string, unknown[]> };

const maxCharacters = 8192;
const maxInputsOfCell = 50;

const plain = v.union([
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.null(),
  v.pipe(v.string(), v.maxLength(2000)),
]);
/** What an input may be given by a link: a number, a text, yes or no, or a list of these. */
const inputValue = v.union([plain, v.pipe(v.array(plain), v.maxLength(200))]);
const cellId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/** `in.fit` is the first input of the cell `fit`, `in.fit.2` its second. A cell named `a.2` has `in.a.2.1`. */
function inputKey(cell: string, index: number): string {
  return index === 0 && !/\.\d+$/.test(cell) ? `in.${cell}` : `in.${cell}.${index + 1}`;
}

function readKey(key: string): { cell: string; index: number } | null {
  const [, cell, number] = key.match(/^in\.(.+)\.(\d+)$/s) ?? [undefined, key.slice("in.".length), "1"];
  const index = Number(number) - 1;
  return v.is(cellId, cell) && index >= 0 && index < maxInputsOfCell ? { cell, index } : null;
}

function isOurs(key: string): boolean {
  return key === "seed" || key.startsWith("in.");
}

/**
 * The address of a page as it stands: `url` with the seed and the inputs in its query. What else is in the query, and
 * what follows `#`, stays. Inputs whose values a link cannot carry are left out. Throws a ShareError when it would be
 * longer than a link may be.
 */
export function writeLink(url: string, { seed, inputs }: PageState): string {
  const link = new URL(url);
  for (const key of [...link.searchParams.keys()]) if (isOurs(key)) link.searchParams.delete(key);
  if (seed !== undefined) link.searchParams.set("seed", String(seed));
  for (const [cell, values] of inputs) {
    values.forEach((value, index) => {
      const isCarried = v.is(inputValue, value) && v.is(cellId, cell) && index < maxInputsOfCell;
      if (isCarried) link.searchParams.set(inputKey(cell, index), JSON.stringify(value));
    });
  }
  if (link.href.length > maxCharacters) {
    throw new ShareError(
      `A link to this state would be ${link.href.length.toLocaleString("en")} characters long, and ${maxCharacters.toLocaleString("en")} is the most. Download the notebook instead.`,
    );
  }
  return link.href;
}

/**
 * The state that an address asks for, and what of it could not be used, a sentence each. Values are numbers, texts, yes
 * or no, or lists of them; an input that the address does not name is a hole in its cell's list.
 */
export function readLink(url: string): { state: PageState; problems: string[] } {
  const state: PageState = { inputs: new Map() };
  const problems: string[] = [];
  const parameters = [...new URL(url).searchParams].filter(([key]) => isOurs(key));
  if (parameters.length > 0 && url.length > maxCharacters) {
    problems.push("The link to this page is too long, so the page opens as it was made.");
    return { state, problems };
  }
  const seen = new Set<string>();
  for (const [key, text] of parameters) {
    if (seen.has(key)) problems.push(`The link says ${shownName(key)} twice; what it says first is used.`);
    else if (key === "seed") readSeed(text, state, problems);
    else readInput(key, text, state, problems);
    seen.add(key);
  }
  return { state, problems };
}

function readSeed(text: string, state: PageState, problems: string[]): void {
  if (/^-?\d{1,15}$/.test(text)) state.seed = Number(text);
  else
    problems.push(`The link's seed is ${shownName(text)}, which is not a whole number, so it is not used.`);
}

function readInput(key: string, text: string, { inputs }: PageState, problems: string[]): void {
  const place = readKey(key);
  if (!place) {
    problems.push(`The link sets ${shownName(key)}, which is no input of a cell.`);
    return;
  }
  const value = v.safeParse(inputValue, parseJson(text));
  if (!value.success) {
    problems.push(
      `The link's value for the input of ${shownName(place.cell)} is none that an input can take.`,
    );
    return;
  }
  const values = inputs.get(place.cell) ?? [];
  values[place.index] = value.output;
  inputs.set(place.cell, values);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
