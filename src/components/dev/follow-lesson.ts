// While a lesson is written (`npm run dev`), its page takes over what was saved, cell by cell, instead of starting anew.
import { writeLink } from "../../notebook/share/link.ts";
import type { EtudeCell } from "../../notebook/view/etude-cell.ts";
import type { EtudeInline } from "../../notebook/view/etude-inline.ts";
import type { EtudeNotebook } from "../../notebook/view/etude-notebook.ts";
import { lessonChanges, lessonPieces } from "./lesson-changes.ts";

/** What Vite's client hands to who listens before it reloads; a path of another page makes it stay. */
type Reload = { path?: string };

const elsewhere = "/no-page.html";

/** Follows the file of the lesson on this page. `hot` is Vite's, of a module that is not in the built site. */
export function followLesson(hot: { on(event: string, listener: (payload: Reload) => unknown): void }): void {
  const notebook = document.querySelector<EtudeNotebook>("etude-notebook[data-source]");
  if (!notebook) return;
  let before = freshNotebook();
  hot.on("vite:beforeFullReload", async (payload) => {
    payload.path = elsewhere;
    const [old, now] = await Promise.all([before, freshNotebook()]);
    if (!now) {
      notebook.notices.show(
        "dev",
        "This lesson could not be rendered: the terminal says why, with the line.",
      );
      return;
    }
    before = Promise.resolve(now);
    notebook.notices.clear();
    const isTaken = old !== null && (await takeOver(notebook, old, now));
    if (isTaken) return;
    // Cells came, went or moved: the page starts anew, with its inputs where they are.
    history.replaceState(null, "", writeLink(location.href, { inputs: notebook.runtime.inputValues() }));
    location.reload();
  });
}

/** The notebook of this page as the server renders it now; null when it cannot. */
async function freshNotebook(): Promise<Element | null> {
  const answer = await fetch(location.pathname, { cache: "no-store" });
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("etude-notebook[data-source]");
}

/** Puts what has changed in its place; false when that is not enough. */
async function takeOver(notebook: EtudeNotebook, old: Element, now: Element): Promise<boolean> {
  const changes = lessonChanges(lessonPieces(old), lessonPieces(now));
  if (!changes) return false;
  const live = lessonPieces(notebook);
  if (live.length !== changes.length) return false;
  for (const [i, change] of changes.entries()) {
    if (!change) continue;
    const piece = live[i]!;
    if (piece.kind === "prose") replaceProse(notebook, piece.nodes, change.nodes);
    else await (piece.nodes[0] as EtudeCell).renew(change.nodes[0]!);
  }
  return true;
}

function replaceProse(notebook: EtudeNotebook, old: readonly Element[], now: readonly Element[]): void {
  const fresh = now.map((node) => document.importNode(node, true));
  old[0]!.before(...fresh);
  for (const node of old) node.remove();
  for (const node of fresh) {
    for (const inline of node.querySelectorAll<EtudeInline>("etude-inline")) inline.attach(notebook.runtime);
  }
}
