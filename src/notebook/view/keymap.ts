import { type Command, type CommandId, commands, type KeyScope } from "../commands.ts";

/** What is needed of a key event to say which stroke it is. */
export type KeyStroke = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Two strokes further apart than this are two commands, not one of two strokes. */
const sequenceMs = 800;

/** A stroke as the table of commands writes it: `Mod+Enter`, `Shift+G`, `?`. */
export function strokeOf(event: KeyStroke, isMac: boolean): string {
  const { code, ctrlKey, metaKey, altKey, shiftKey } = event;
  // On a Mac, Alt makes another sign of each letter; meant is the key.
  const key = altKey && /^Key[A-Z]$/.test(code) ? code.slice("Key".length) : event.key;
  const mod = isMac ? metaKey : ctrlKey;
  const other = isMac ? ctrlKey : metaKey;
  // Shift makes another sign of most keys, which then says it all; letters and named keys keep it.
  const tellsShift = key.length > 1 || /\p{L}/u.test(key);
  const letter = key.length === 1 && (mod || altKey) ? key.toLowerCase() : key;
  const base = shiftKey && tellsShift && key.length === 1 ? letter.toUpperCase() : letter;
  const parts = [mod && "Mod", other && "Other", shiftKey && tellsShift && "Shift", altKey && "Alt", base];
  return parts.filter(Boolean).join("+");
}

type Table = Record<KeyScope, Map<string, CommandId>>;

const table: Table = { cell: new Map(), anywhere: new Map(), page: new Map() };
for (const { id, scope, keys } of commands as readonly (Command & { id: CommandId })[]) {
  for (const key of keys) table[scope].set(key, id);
}

/** Finds commands for strokes, of which some belong together: `d d`. */
export class Keymap {
  #begun = "";
  #at = 0;

  /**
   * The command that a stroke completes; `"begun"` when it may be the first of two; null when it means nothing.
   * @param scopes in which scopes the stroke was made
   * @param now milliseconds on any clock
   */
  match(stroke: string, scopes: readonly KeyScope[], now: number): CommandId | "begun" | null {
    const before = now - this.#at < sequenceMs ? this.#begun : "";
    this.#begun = "";
    for (const keys of before ? [`${before} ${stroke}`, stroke] : [stroke]) {
      for (const scope of scopes) {
        const found = table[scope].get(keys);
        if (found) return found;
      }
    }
    const isStart = scopes.some((scope) =>
      Array.from(table[scope].keys()).some((keys) => keys.startsWith(`${stroke} `)),
    );
    if (!isStart) return null;
    this.#begun = stroke;
    this.#at = now;
    return "begun";
  }
}

/** A command's keys as they are printed on the reader's keyboard: `Ctrl+Enter`, `⌘ Enter`. */
export function keyNames(keys: string, isMac: boolean): string {
  const names: Record<string, string> = { ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc" };
  const mac: Record<string, string> = { Mod: "⌘", Alt: "⌥", Shift: "⇧" };
  return keys
    .split(" ")
    .map((stroke) =>
      stroke
        .split(/\+(?=.)/)
        .map((part) => names[part] ?? (isMac ? mac[part] : part === "Mod" ? "Ctrl" : undefined) ?? part)
        .map((part) => (part.length === 1 ? part.toUpperCase() : part))
        .join(isMac ? " " : "+"),
    )
    .join(", then ");
}

/** Whether this is a Mac's keyboard, where Cmd takes the place of Ctrl. */
export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}
