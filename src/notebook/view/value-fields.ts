import { isTypedArray } from "./value-shapes.ts";

/** One thing that a value holds. There is no `value` where reading it threw. */
export type Field = {
  kind: "index" | "key" | "entry" | "item";
  /** Its name; any value for an entry of a Map; null in a Set. */
  key: unknown;
  /** What tells it from the others: an entry's or item's position, else its name. */
  place: string;
  value?: unknown;
};

/** After so many holes in a row, an array is taken for one that is mostly holes. */
const mostHoles = 1000;
const isIndex = /^\d+$/;

/** What a value holds, one by one: items, entries, then properties of its own. May throw for a hostile value. */
export function* fieldsOf(value: object): Generator<Field> {
  if (Array.isArray(value) || isTypedArray(value)) {
    yield* indexed(value);
    if (isTypedArray(value)) return;
  } else if (value instanceof Map) {
    let position = 0;
    for (const [key, item] of value) yield { kind: "entry", key, place: `#${position++}`, value: item };
  } else if (value instanceof Set) {
    let position = 0;
    for (const item of value) yield { kind: "item", key: null, place: `#${position++}`, value: item };
  }
  for (const key of Object.keys(value)) {
    if (!Array.isArray(value) || !isIndex.test(key)) yield read("key", key, value, key);
  }
  for (const symbol of Object.getOwnPropertySymbols(value)) {
    yield read("key", String(symbol), value, symbol);
  }
}

function* indexed(list: ArrayLike<unknown>): Generator<Field> {
  let holes = 0;
  for (let i = 0; i < list.length; i++) {
    if (i in list) {
      holes = 0;
      yield read("index", String(i), list, i);
    } else if (++holes === mostHoles) {
      for (const key of Object.keys(list)) {
        if (isIndex.test(key) && Number(key) > i) yield read("index", key, list, key);
      }
      return;
    }
  }
}

function read(kind: Field["kind"], name: string, owner: object, key: PropertyKey): Field {
  try {
    return { kind, key: name, place: name, value: Reflect.get(owner, key) };
  } catch {
    return { kind, key: name, place: name };
  }
}
