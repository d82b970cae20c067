/** A stretch of a lesson's page: a cell, or what stands between two cells. */
export type LessonPiece = { kind: "cell" | "prose" | "task"; id: string; nodes: Element[] };

/** What a notebook puts on the page by itself. */
const ownParts =
  "[data-part], .etude-announcements, .etude-notices, .etude-notice, etude-progress, noscript, script";

/** The pieces of a lesson in the order of its page; prose between two cells is one piece, also where there is none. */
export function lessonPieces(notebook: Element): LessonPiece[] {
  const pieces: LessonPiece[] = [];
  for (const element of notebook.children) {
    if (element.matches(ownParts)) continue;
    const { cell, exercise, quiz } = (element as HTMLElement).dataset;
    if (element.localName === "etude-cell") pieces.push({ kind: "cell", id: cell ?? "", nodes: [element] });
    else if (exercise ?? quiz)
      pieces.push({ kind: "task", id: exercise ?? `quiz ${quiz}`, nodes: [element] });
    else {
      const last = pieces.at(-1);
      if (last?.kind === "prose") last.nodes.push(element);
      else pieces.push({ kind: "prose", id: "", nodes: [element] });
    }
  }
  return pieces;
}

/**
 * For each piece what is to take its place, null where nothing has changed; null altogether when pieces came, went or
 * moved, or an exercise or a question has changed, which know their text from the start.
 */
export function lessonChanges(
  before: readonly LessonPiece[],
  after: readonly LessonPiece[],
): (LessonPiece | null)[] | null {
  if (before.length !== after.length) return null;
  const changes: (LessonPiece | null)[] = [];
  for (const [i, piece] of before.entries()) {
    const next = after[i]!;
    if (piece.kind !== next.kind || piece.id !== next.id) return null;
    const isSame = markup(piece) === markup(next);
    if (!isSame && piece.kind === "task") return null;
    changes.push(isSame ? null : next);
  }
  return changes;
}

function markup({ nodes }: LessonPiece): string {
  return nodes.map((node) => node.outerHTML).join("\n");
}
