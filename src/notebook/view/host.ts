import type { NotebookStore } from "../storage/index.ts";
import type { Notices } from "./notices.ts";
import type { NotebookPart } from "./part.ts";
import type { SidePanel } from "./side-panel.ts";
import type { Structure, StructureHost } from "./structure.ts";

/** A notebook as its commands see it. */
export type NotebookHost = StructureHost & {
  readonly notebookId: string;
  readonly heading: string;
  readonly structure: Structure;
  readonly store: NotebookStore;
  readonly notices: Notices;
  readonly panel: SidePanel;
  readonly seed: number;
  parts(): NotebookPart[];
  /** The cell that commands are about when none is named: where the reader is, or was last. */
  readonly current: NotebookPart | undefined;
  /** Takes the reader to a cell, which then gets the keys of a cell. */
  focusPart(part: NotebookPart, block?: ScrollLogicalPosition): void;
  /** Runs parts in one go. */
  runParts(parts: readonly NotebookPart[]): Promise<void>;
  toMarkdown(): Promise<string>;
  /** Writes what waits to be written; resolves when it is. */
  save(): Promise<void>;
  refreshBar(): void;
  /** The reader has said that these, which came from elsewhere, are theirs: from now on they run. */
  trustParts(parts: readonly NotebookPart[]): Promise<void>;
};
