import { fieldsOf } from "./value-fields.ts";
import { kindOf } from "./value-kind.ts";
import { classNameOf, isObject, isTypedArray } from "./value-shapes.ts";

/** How a piece of a value looks; none for brackets and commas. */
export type Look = "number" | "string" | "word" | "key" | "faint";
export type Piece = { text: string; look?: Look };

const longestText = 100;

/** A value that can be opened: what it holds is worth a list. The rest is said in one line. */
export function isOpenable(value: unknown): value is object {
  if (!isObject(value)) return false;
  return !(value instanceof Date || value instanceof Error || value instanceof RegExp || isNode(value));
}

function isNode(value: Record<PropertyKey, unknown>): boolean {
  return typeof value.nodeType === "number" && typeof value.nodeName === "string";
}

/** One line for a value that is not opened; pieces of at most `most` of its items. Never throws. */
export function preview(value: unknown, most = 20): Piece[] {
  try {
    if (!isOpenable(value)) return leaf(value);
    const { open, close } = brackets(value);
    const items = itemsOf(value, most);
    return [{ text: `${tagOf(value)} ${open}` }, ...items, { text: close }];
  } catch {
    return unreadable;
  }
}

/** What a preview says as plain text, cut to a length. */
export function previewText(value: unknown, longest = 60): string {
  const first = firstOf(value);
  const text = first ? `[${onlyText(first)}, …]` : onlyText(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function onlyText(value: unknown): string {
  const text = preview(value, 8)
    .map((piece) => piece.text)
    .join("");
  return text.replace(/^(Array\(\d+\)|Object) /, "");
}

/** The first item of several, if it can be opened: such a list is told best by its first. */
function firstOf(value: unknown): object | undefined {
  try {
    const first: unknown = Array.isArray(value) && value.length > 1 ? value[0] : undefined;
    return isOpenable(first) ? first : undefined;
  } catch {
    return undefined;
  }
}

export const unreadable: Piece[] = [{ text: "cannot be read", look: "faint" }];

/** What stands before the bracket: `Array(3)`, `Map(2)`, the class, `Object`. */
export function tagOf(value: object): string {
  const name = Array.isArray(value) ? "Array" : (classNameOf(value) ?? "Object");
  if (Array.isArray(value) || isTypedArray(value)) return `${name}(${value.length})`;
  return value instanceof Map || value instanceof Set ? `${name}(${value.size})` : name;
}

export function brackets(value: object): { open: string; close: string } {
  const isList = Array.isArray(value) || isTypedArray(value);
  return isList ? { open: "[", close: "]" } : { open: "{", close: "}" };
}

/** A value in one piece, without what it holds. Never throws. */
export function leaf(value: unknown): Piece[] {
  try {
    return [onePiece(value)];
  } catch {
    return unreadable;
  }
}

function onePiece(value: unknown): Piece {
  switch (typeof value) {
    case "string":
      return { text: quoted(value), look: "string" };
    case "number":
      return { text: Object.is(value, -0) ? "-0" : String(value), look: "number" };
    case "bigint":
      return { text: `${value}n`, look: "number" };
    case "boolean":
      return { text: String(value), look: "number" };
    case "undefined":
      return { text: "undefined", look: "faint" };
    case "symbol":
      return { text: value.toString(), look: "word" };
    case "function":
      return { text: kindOf(value), look: "word" };
  }
  if (value === null) return { text: "null", look: "faint" };
  if (value instanceof Date) {
    return { text: Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString(), look: "number" };
  }
  if (value instanceof RegExp) return { text: RegExp.prototype.toString.call(value), look: "string" };
  if (value instanceof Error) return { text: quoteless(`${value.name}: ${value.message}`), look: "word" };
  return { text: isOpenable(value) ? tagOf(value) : kindOf(value) };
}

function quoted(text: string): string {
  return JSON.stringify(text.length > longestText ? `${text.slice(0, 50)}…${text.slice(-49)}` : text);
}

function quoteless(text: string): string {
  return text.length > 1000 ? `${text.slice(0, 999)}…` : text;
}

/** The name of a field as it is shown: a key of a Map may be any value. */
export function nameOf(key: unknown): Piece[] {
  return typeof key === "string" ? [{ text: key, look: "key" }] : leaf(key);
}

function itemsOf(value: object, most: number): Piece[] {
  const pieces: Piece[] = [];
  let count = 0;
  for (const field of fieldsOf(value)) {
    if (count > 0) pieces.push({ text: ", " });
    if (count++ === most) {
      pieces.push({ text: "…" });
      break;
    }
    if (field.key !== null && field.kind !== "index") {
      pieces.push(...nameOf(field.key), { text: field.kind === "entry" ? " → " : ": " });
    }
    pieces.push(...("value" in field ? leaf(field.value) : unreadable));
  }
  return pieces;
}
