import type { StoredEdit, Trust } from "../storage/index.ts";
import { EtudeCell } from "./etude-cell.ts";
import { EtudeProse } from "./etude-prose.ts";
import { frameOf } from "./frame-of.ts";
import { makeGap } from "./lesson-layout.ts";
import { makeCodeCell, makeTextCell } from "./make-cell.ts";
import type { NotebookPart, PartParent } from "./part.ts";
import { partsOf } from "./parts.ts";
import { type Change, together, type UndoStack } from "./undo-stack.ts";

/** Tells the cells that are added in this visit from all others. */
const visit = crypto.randomUUID().slice(0, 4);

/** What changing the structure of a notebook needs of it. */
export type StructureHost = PartParent &
  HTMLElement & {
    readonly undoStack: UndoStack;
    /** A lesson, which stays what it is: what is changed of it is kept beside it. */
    readonly isLesson: boolean;
    /** Whether what is added now may run. */
    readonly trusted: boolean;
    structureChanged(): void;
    /** Gives a part its buttons. */
    addControls(part: NotebookPart): void;
    /** Puts something at the end of the notebook's text. */
    appendPart(part: Element): void;
  };

type Spot = { parent: ParentNode & Node; next: Node | null };

/** Adds, deletes, moves and resets the cells of a notebook, and can take each of it back. */
export class Structure {
  /** The lesson's own cells that the reader has deleted. */
  readonly removed = new Map<string, NotebookPart>();
  #edits: ReadonlyMap<string, StoredEdit> = new Map();
  readonly #host: StructureHost;
  #count = 0;

  constructor(host: StructureHost) {
    this.#host = host;
  }

  /** Takes up a notebook, some of whose cells were deleted on an earlier visit, with what was kept of them. */
  begin(removed: ReadonlyMap<string, NotebookPart>, edits: ReadonlyMap<string, StoredEdit>): void {
    this.removed.clear();
    for (const [id, part] of removed) this.removed.set(id, part);
    this.#edits = edits;
  }

  /** Puts the lesson's own cells back that were deleted, now or on an earlier visit. */
  async putBack(): Promise<void> {
    const changes: Change[] = [];
    for (const [id, part] of Array.from(this.removed)) {
      const gap = this.#gapOf(part);
      if (!gap) continue;
      const spot = spotOf(gap);
      const redo = () => this.#putIn(part, spot);
      await redo();
      changes.push({ what: `putting cell ${id} back`, undo: () => this.#takeOut(part), redo });
    }
    const what = `putting ${changes.length} deleted cells back`;
    if (changes.length > 0) this.#host.undoStack.add(together(what, changes));
  }

  /** An id that no cell of the notebook has, or had in this visit. */
  newId(): string {
    const taken = new Set(
      Array.from(this.#host.querySelectorAll<HTMLElement>("[data-cell]"), ({ dataset }) => dataset.cell),
    );
    // Another tab may add cells to the same notebook, and a deleted cell has its history: no two are to be mixed up.
    for (;;) {
      const id = `added-${++this.#count}${visit}`;
      if (!taken.has(id)) return id;
    }
  }

  /** Adds a cell beside another, or at the end, and answers it. */
  async add(
    kind: "js" | "md",
    beside: { part: NotebookPart; side: "before" | "after" } | null,
    source = "",
    trust: Trust = "mine",
  ): Promise<NotebookPart> {
    const { part, change } = await this.#adding(kind, beside, source, trust);
    this.#host.undoStack.add(change);
    return part;
  }

  /** Takes a cell out; answers the one that is next to it now. */
  remove(part: NotebookPart): NotebookPart | undefined {
    if (this.#isFixed(part)) return part;
    const parts = partsOf(this.#host);
    const at = parts.indexOf(part);
    const spot = spotOf(part);
    const redo = () => this.#takeOut(part);
    redo();
    this.#host.undoStack.add({
      what: `deleting cell ${part.cellId}`,
      undo: () => this.#putIn(part, spot),
      redo,
    });
    return parts[at + 1] ?? parts[at - 1];
  }

  /** Moves a cell past the next one above or below it. False when there is none. */
  move(part: NotebookPart, direction: 1 | -1): boolean {
    if (this.#isFixed(part)) return true;
    const gap = this.#gapOf(part);
    const steps = [...partsOf(this.#host), ...(gap ? [gap] : [])].sort((a, b) =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
    const next = steps[steps.indexOf(part) + direction];
    if (!next) return false;
    const beside = frameOf(next);
    const from = { ...spotOf(part), isMoved: part.isMoved, gap };
    const redo = () => {
      if (beside === gap) {
        gap.remove();
        part.isMoved = false;
      } else if (this.#host.isLesson && !part.isAdded && !part.isMoved) {
        part.before(makeGap(part.cellId));
        part.isMoved = true;
      }
      // At home the gap has just gone; it stood where the cell now goes.
      if (beside !== gap) beside[direction < 0 ? "before" : "after"](part);
      else home.parent.insertBefore(part, home.next);
      this.#host.structureChanged();
    };
    const home = gap ? { parent: gap.parentNode as Spot["parent"], next: gap.nextSibling } : from;
    redo();
    this.#host.undoStack.add({
      what: `moving cell ${part.cellId}`,
      undo: () => {
        const left = this.#gapOf(part);
        if (!from.isMoved && left) left.replaceWith(part);
        else {
          if (from.gap && !from.gap.isConnected) part.before(from.gap);
          insert(part, from);
        }
        part.isMoved = from.isMoved;
        this.#host.structureChanged();
      },
      redo,
    });
    return true;
  }

  /** Puts a cell of the other kind, with the same text, in a cell's place. */
  async convert(part: NotebookPart, kind: "js" | "md"): Promise<NotebookPart> {
    if (part.kind === kind || this.#isFixed(part)) return part;
    const spot = spotOf(part);
    const added = await this.#adding(kind, { part, side: "after" }, part.source, part.trust);
    const takeOut = () => this.#takeOut(part);
    takeOut();
    this.#host.undoStack.add(
      together(`changing the kind of cell ${part.cellId}`, [
        { what: "", undo: () => this.#putIn(part, spot), redo: takeOut },
        // The new one goes before the old one comes back to its place, so the order of the two is no matter.
        added.change,
      ]),
    );
    return added.part;
  }

  /** Puts the original code of cells back, and runs it. */
  async reset(cells: EtudeCell[]): Promise<void> {
    const edited = cells.filter(({ isEdited }) => isEdited);
    const changes = edited.map((cell): Change => {
      const { source, base, trust } = cell;
      this.#host.keepVersion(cell, "reset");
      return {
        what: "",
        async undo() {
          cell.base = base;
          cell.trust = trust;
          cell.source = source;
          await cell.run();
        },
        redo: () => cell.reset(),
      };
    });
    for (const change of changes) await change.redo();
    if (changes.length === 0) return;
    const what =
      edited.length === 1 ? `resetting cell ${edited[0]!.cellId}` : `resetting ${edited.length} cells`;
    this.#host.undoStack.add(together(what, changes));
  }

  async #adding(
    kind: "js" | "md",
    beside: { part: NotebookPart; side: "before" | "after" } | null,
    source: string,
    trust: Trust,
  ): Promise<{ part: NotebookPart; change: Change }> {
    const id = this.newId();
    const part = kind === "js" ? makeCodeCell({ id, source, own: true }) : makeTextCell(id);
    part.isAdded = true;
    part.trust = this.#host.trusted ? trust : "foreign";
    if (part instanceof EtudeProse) await part.prepare(source);
    if (beside) frameOf(beside.part)[beside.side](part);
    else this.#host.appendPart(part);
    const spot = spotOf(part);
    await this.#wake(part);
    this.#host.changed(part);
    this.#host.structureChanged();
    return {
      part,
      change: {
        what: `adding cell ${id}`,
        undo: () => this.#takeOut(part),
        redo: () => this.#putIn(part, spot),
      },
    };
  }

  #takeOut(part: NotebookPart): void {
    const { isLesson } = this.#host;
    if (isLesson && !part.isAdded) {
      this.removed.set(part.cellId, part);
      // Where it was moved from is its place in the lesson; else it is here.
      if (!part.isMoved) part.before(makeGap(part.cellId));
    }
    this.#host.runtime.remove(part.cellId);
    part.detach();
    part.remove();
    this.#host.structureChanged();
  }

  async #putIn(part: NotebookPart, spot: Spot): Promise<void> {
    if (!part.isMoved && !part.isAdded) this.#gapOf(part)?.remove();
    this.removed.delete(part.cellId);
    insert(part, spot);
    await this.#wake(part);
    this.#host.changed(part);
    this.#host.structureChanged();
  }

  async #wake(part: NotebookPart): Promise<void> {
    part.attach(this.#host, this.#edits.get(part.cellId));
    this.#host.addControls(part);
    if (part instanceof EtudeProse) part.wake();
    else if (part instanceof EtudeCell && this.#host.trusted) part.define(await part.spec());
  }

  /** Says why, of a cell that must stay what it is and where it is: an exercise's. */
  #isFixed(part: NotebookPart): boolean {
    if (frameOf(part) === part) return false;
    this.#host.announce(`Cell ${part.cellId} belongs to an exercise: it stays where it is.`);
    return true;
  }

  #gapOf(part: NotebookPart): HTMLElement | undefined {
    return Array.from(this.#host.querySelectorAll<HTMLElement>("etude-gap")).find(
      ({ dataset }) => dataset.cell === part.cellId,
    );
  }
}

function spotOf(part: Element): Spot {
  return { parent: part.parentNode as Spot["parent"], next: part.nextSibling };
}

function insert(part: Element, { parent, next }: Spot): void {
  if (next && next.parentNode === parent) parent.insertBefore(part, next);
  else parent.append(part);
}
