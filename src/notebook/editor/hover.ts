import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { type Command, EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import type { EditorHelp } from "./editor-help.ts";
import { type NameAt, nameAt } from "./name-at.ts";
import { cellNameCard, docCard } from "./name-card.ts";
import { loadNames } from "./names.ts";
import { treeOf } from "./syntax.ts";

/** The name at a place of an open cell; null where there is none, or the code changed while it was looked up. */
export async function findName(view: EditorView, at: number, help: EditorHelp): Promise<NameAt | null> {
  const { state } = view;
  const names = await loadNames(help);
  if (view.state.doc !== state.doc) return null;
  return nameAt({ tree: treeOf(state), text: state.doc.toString(), names }, at) ?? null;
}

function cardOf({ cellName, doc }: NameAt): HTMLElement | null {
  if (cellName) return cellNameCard(cellName);
  return doc ? docCard(doc) : null;
}

function tooltipOf(found: NameAt | null): Tooltip | null {
  const card = found && cardOf(found);
  return (
    card && {
      pos: found.from,
      end: found.to,
      above: true,
      create(view) {
        // From the link in a card, too, Escape leads back to the code.
        card.addEventListener("keydown", (event) => {
          if (event.key === "Escape" && closeCard(view)) event.preventDefault();
        });
        return { dom: card };
      },
    }
  );
}

const typingMs = 1500;

const setShown = StateEffect.define<Tooltip | null>();

/** The card that was asked for by key: it stays until the cursor moves, the code changes or Escape. */
const shown = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, { effects, docChanged, selection }) {
    for (const effect of effects) if (effect.is(setShown)) return effect.value;
    return docChanged || selection ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

/** Shows what is known of the name at the cursor, and has a screen reader say it. */
export async function showNameAtCursor(view: EditorView, help: EditorHelp): Promise<void> {
  const found = await findName(view, view.state.selection.main.head, help);
  const tooltip = tooltipOf(found);
  const text = (found && cardOf(found)?.textContent) ?? "Nothing is known of what stands here.";
  view.dispatch({
    effects: [setShown.of(tooltip), EditorView.announce.of(text.replace(/\s+/g, " ").trim())],
  });
}

/** Closes the card that was asked for by key, if one is open. */
export const closeCard: Command = (view) => {
  if (!view.state.field(shown, false)) return false;
  view.dispatch({ effects: setShown.of(null) });
  view.focus();
  return true;
};

/** What is known of a name, under the pointer or, by F1 or Mod+I, at the cursor. */
export function hover(help: EditorHelp): Extension {
  const show: Command = (view) => {
    void showNameAtCursor(view, help);
    return true;
  };
  let typed = Number.NEGATIVE_INFINITY;
  // A pointer that rests where it was left while someone types asks for nothing.
  const isTyping = () => performance.now() - typed < typingMs;
  return [
    shown,
    EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) typed = performance.now();
    }),
    hoverTooltip(async (view, at) => (isTyping() ? null : tooltipOf(await findName(view, at, help))), {
      hideOnChange: true,
    }),
    keymap.of([
      { key: "F1", run: show, preventDefault: true },
      { key: "Mod-i", run: show, preventDefault: true },
    ]),
  ];
}
