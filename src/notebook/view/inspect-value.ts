import { html } from "htl";
import { type Field, fieldsOf } from "./value-fields.ts";
import {
  brackets,
  isOpenable,
  leaf,
  nameOf,
  type Piece,
  preview,
  tagOf,
  unreadable,
} from "./value-preview.ts";

/**
 * What a reader has opened in a value: for each place, by its path, how much of it is shown. Handed in again with
 * the value of a later run, the same places are open.
 */
export type Opened = Map<string, number>;

const fieldsAtOnce = 100;
const charactersAtOnce = 5000;

/** A value as text that can be opened, level by level, by pointer and by key. Never throws. */
export function inspectValue(value: unknown, opened: Opened = new Map()): HTMLElement {
  return html`<div class="etude-value">${inspect(value, "", opened)}</div>`;
}

function inspect(value: unknown, path: string, opened: Opened): Node {
  try {
    if (typeof value === "string") return longText(value, path, opened);
    return isOpenable(value) ? openable(value, path, opened) : line(leaf(value));
  } catch {
    return line(unreadable);
  }
}

function line(pieces: readonly Piece[]): HTMLElement {
  return html`<span>${pieces.map(({ text, look }) => (look ? html`<span data-look=${look}>${text}</span>` : text))}</span>`;
}

/** A text with its line breaks; a long one in steps. */
function longText(text: string, path: string, opened: Opened): HTMLElement {
  const shown = opened.get(path) ?? charactersAtOnce;
  if (text.length <= shown) {
    const isOneLine = !text.includes("\n");
    return line([{ text: isOneLine ? JSON.stringify(text) : `"${text}"`, look: "string" }]);
  }
  const element = line([{ text: `"${text.slice(0, shown)}…`, look: "string" }]);
  const next = Math.min(text.length - shown, shown * 9);
  element.append(
    moreButton(`Show ${next.toLocaleString("en")} more characters`, () => {
      opened.set(path, shown + next);
      swap(element, longText(text, path, opened));
    }),
  );
  return element;
}

function openable(value: object, path: string, opened: Opened): HTMLElement {
  return opened.has(path) ? openedValue(value, path, opened) : closedValue(value, path, opened);
}

function closedValue(value: object, path: string, opened: Opened): HTMLElement {
  const pieces = preview(value);
  const isEmpty = pieces.length <= 2;
  if (isEmpty) return line(pieces);
  const head = html`<button type="button" class="etude-fold" aria-expanded="false">${line(pieces)}</button>`;
  const element = html`<span>${head}</span>`;
  head.addEventListener("click", () => {
    opened.set(path, fieldsAtOnce);
    swap(element, openedValue(value, path, opened));
  });
  return element;
}

function openedValue(value: object, path: string, opened: Opened): HTMLElement {
  const { open, close } = brackets(value);
  const head = html`<button type="button" class="etude-fold" aria-expanded="true">${tagOf(value)} ${open}</button>`;
  const list = html`<div class="etude-value-fields"></div>`;
  const element = html`<span>${head}${list}${close}</span>`;
  head.addEventListener("click", () => {
    opened.delete(path);
    swap(element, closedValue(value, path, opened));
  });
  listFields(list, fieldsOf(value), { path, opened, most: opened.get(path) ?? fieldsAtOnce });
  return element;
}

type Listing = { path: string; opened: Opened; most: number };

/** Puts the next fields into a list, and behind them a button for those after them. */
function listFields(list: HTMLElement, fields: Iterator<Field>, { path, opened, most }: Listing): void {
  let next = nextOf(fields);
  for (let count = 0; next && count < most; count++) {
    list.append(fieldLine(next, path, opened));
    next = nextOf(fields);
  }
  if (!next) return;
  const held = next;
  const more = moreButton("Show more", () => {
    more.remove();
    opened.set(path, (opened.get(path) ?? 0) + fieldsAtOnce);
    list.append(fieldLine(held, path, opened));
    listFields(list, fields, { path, opened, most: fieldsAtOnce - 1 });
    const next = list.querySelector<HTMLElement>(":scope > .etude-more");
    (next ?? (list.previousElementSibling as HTMLElement)).focus();
  });
  list.append(more);
}

/** The next field; what throws on the way ends the list, and says so in it. */
function nextOf(fields: Iterator<Field>): Field | undefined {
  try {
    const { value, done } = fields.next();
    return done ? undefined : value;
  } catch {
    return { kind: "key", key: "…", place: "…" };
  }
}

function fieldLine(field: Field, path: string, opened: Opened): HTMLElement {
  const { kind, key, place } = field;
  const name = kind === "item" ? [] : nameOf(key);
  const joint = kind === "entry" ? " → " : kind === "item" ? "" : ": ";
  const value =
    "value" in field ? inspect(field.value, `${path}/${kind} ${place}`, opened) : line(unreadable);
  return html`<div>${line(name)}${joint}${value}</div>`;
}

function moreButton(label: string, act: () => void): HTMLElement {
  const button = html`<button type="button" class="etude-more">${label}</button>`;
  button.addEventListener("click", act);
  return button;
}

/** Puts an element in the place of another; whoever had the focus in it has it still. */
function swap(old: HTMLElement, next: HTMLElement): void {
  const hadFocus = old.contains(document.activeElement);
  old.replaceWith(next);
  if (hadFocus) next.querySelector<HTMLElement>("button")?.focus();
}
