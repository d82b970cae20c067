import { arrange, parseNotebook } from "../document/index.ts";
import {
  type Autosave,
  memoryStore,
  type NotebookStore,
  type StoredEdit,
  type StoredLayout,
  type StoredNotebook,
  type Trust,
} from "../storage/index.ts";
import type { NotebookHost } from "./host.ts";
import { type Keeper, lessonKeeper, noKeeper, ownKeeper } from "./keeper.ts";
import { elementRow, layoutOf, partsOf } from "./lesson-layout.ts";
import { makeCodeCell, makeTextCell } from "./make-cell.ts";
import { lessonAsMarkdown, ownAsMarkdown, pageAsMarkdown } from "./notebook-markdown.ts";
import { notebookPorts } from "./ports.ts";
import { isSafeModeDue } from "./safe-mode.ts";
import { offerSafeMode } from "./safe-mode-notice.ts";

/** A notebook that is about to be put on the page. */
export type Opened = {
  kind: "lesson" | "own" | "page";
  store: NotebookStore;
  /** What the reader changed of its cells on an earlier visit. */
  edits: Map<string, StoredEdit>;
  /** How long cells that run when asked took, in milliseconds. */
  times: Map<string, number>;
  seed: number;
  title: string | undefined;
  trust: Trust;
  isSafe: boolean;
  /** What a link sets inputs to, by cell. */
  presets: Map<string, unknown[]>;
  /** Its elements, where they are not on the page already. */
  content: DocumentFragment | null;
  keeper(autosave: Autosave, notebook: NotebookHost): Keeper;
  toMarkdown(notebook: NotebookHost): Promise<string>;
  rename?(title: string): void;
};

/** A browser whose storage does not answer must not keep the lesson from starting. */
const storageTimeoutMs = 1500;

async function inTime<T>(promise: Promise<T>): Promise<T> {
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("the browser's storage does not answer")), storageTimeoutMs);
  });
  return Promise.race([promise, timeout]);
}

async function firstNames(): Promise<(source: string) => string | undefined> {
  const { compile } = await import("../compile/index.ts");
  return (source) => {
    try {
      return compile(source).outputs[0];
    } catch {
      return undefined; // it does not compile: it declares nothing
    }
  };
}

/** What the address asks for: a seed, and where inputs stand. */
async function readAddress(
  notebook: NotebookHost,
): Promise<{ seed?: number; presets: Map<string, unknown[]> }> {
  if (!/[?&](seed|in\.[^=]*)=/.test(location.search)) return { presets: new Map() };
  const { readLink } = await import("../share/index.ts");
  const { state, problems } = readLink(location.href);
  for (const [i, problem] of problems.entries()) notebook.notices.show(`link-${i}`, problem);
  return { presets: state.inputs, ...(state.seed !== undefined && { seed: state.seed }) };
}

/** The lesson that is on the page, with what its reader has done to it. */
export async function openLesson(notebook: NotebookHost): Promise<Opened> {
  const { notebookId, notices } = notebook;
  const lessonIds = partsOf(notebook).map(({ cellId }) => cellId);
  const [kept, address, isSafe] = await Promise.all([
    loadKept(notebook),
    readAddress(notebook),
    isSafeModeDue(notebookId),
  ]);
  const { store, edits, layout, setAside, times } = kept;
  if (setAside.length > 0) {
    const what = setAside.join(", ");
    notices.show("set-aside", `Your edits of ${what} could not be read; they are set aside, not deleted.`);
  }
  if (isSafe) offerSafeMode(notebook);
  if (layout) restoreLayout(notebook, layout);
  offerOrphans(notebook, edits);
  return {
    kind: "lesson",
    store,
    edits,
    times,
    seed: address.seed ?? notebook.seed,
    title: undefined,
    trust: "mine",
    isSafe,
    presets: address.presets,
    content: null,
    keeper: (autosave) =>
      lessonKeeper(autosave, () => {
        const isForeign = notebook.parts().some(({ trust }) => trust === "foreign");
        return layoutOf(notebook, notebook.structure.removed, isForeign ? "foreign" : "mine");
      }),
    async toMarkdown() {
      const answer = await fetch((notebook as HTMLElement).dataset.source!);
      const parts = new Map(partsOf(notebook).map((part) => [part.cellId, part]));
      const arrangement = layoutOf(notebook, notebook.structure.removed, "mine") ?? {
        placed: [],
        removed: [],
      };
      const lesson = parseNotebook(await answer.text());
      return lessonAsMarkdown(lesson, lessonIds, parts, arrangement, await firstNames());
    },
  };
}

type Kept = {
  store: NotebookStore;
  edits: Map<string, StoredEdit>;
  layout: StoredLayout | null;
  setAside: string[];
  times: Map<string, number>;
};

async function loadKept({ notebookId, notices }: NotebookHost): Promise<Kept> {
  try {
    const store = await inTime(notebookPorts().openStore());
    const [kept, times] = await inTime(Promise.all([store.load(notebookId), store.times(notebookId)]));
    return { store, times, ...kept };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    notices.show("no-store", `Your edits will not be kept after you leave this page: ${why}`);
    const store = memoryStore();
    return { store, edits: new Map(), layout: null, setAside: [], times: new Map() };
  }
}

/** Arranges a lesson's cells as its reader had them. */
function restoreLayout(notebook: NotebookHost, layout: StoredLayout): void {
  const added = new Map(layout.placed.map(({ id, added }) => [id, added]));
  const options = new Map(layout.options);
  const row = elementRow(notebook);
  const lost = arrange(row, layout, (id) => {
    const kind = added.get(id);
    if (!kind) return undefined;
    const part =
      kind === "md" ? makeTextCell(id) : makeCodeCell({ id, source: "", own: true, ...options.get(id) });
    part.isAdded = true;
    return part;
  });
  for (const part of partsOf(notebook)) {
    if (added.has(part.cellId) && !part.isAdded) part.isMoved = true;
  }
  for (const id of layout.removed) notebook.structure.removed.add(id);
  if (lost.length > 0) {
    notebook.notices.show(
      "lost-place",
      "This lesson has changed: some of your cells had their place beside one that is gone, and stand at the end now.",
    );
  }
}

/** Edits of cells that the lesson no longer has are not lost: they can be put at its end. */
function offerOrphans(notebook: NotebookHost, edits: Map<string, StoredEdit>): void {
  const here = new Set(partsOf(notebook).map(({ cellId }) => cellId));
  const orphans = Array.from(edits).filter(([id]) => !here.has(id) && !notebook.structure.removed.has(id));
  if (orphans.length === 0) return;
  const names = orphans.map(([id]) => `“${id}”`).join(", ");
  notebook.notices.show("orphans", `You had edited ${names}, which this lesson no longer has.`, [
    {
      label: "Put my code at the end",
      async act() {
        for (const [, edit] of orphans) {
          await notebook.structure.add("js", null, edit.source, edit.trust);
        }
      },
    },
  ]);
}

/** A notebook of the reader's own, from the store; null when there is none of this id. */
export async function openOwn(notebook: NotebookHost): Promise<Opened | null> {
  const { notebookId, notices } = notebook;
  let store: NotebookStore;
  let record: StoredNotebook | null;
  try {
    store = await inTime(notebookPorts().openStore());
    record = await inTime(store.notebook(notebookId));
  } catch (error) {
    notices.show("no-store", error instanceof Error ? error.message : String(error), [], { stays: true });
    notebook.dispatchEvent(new CustomEvent("etude:missing"));
    return null;
  }
  if (!record) {
    notebook.dispatchEvent(new CustomEvent("etude:missing"));
    return null;
  }
  const { buildNotebook } = await import("./build-notebook.ts");
  const [built, times, address, isSafe] = await Promise.all([
    buildNotebook(record.markdown, true, record.trust),
    store.times(notebookId),
    readAddress(notebook),
    isSafeModeDue(notebookId),
  ]);
  if (isSafe && record.trust === "mine") offerSafeMode(notebook);
  const opened: Opened = {
    kind: "own",
    store,
    edits: new Map(),
    times,
    seed: address.seed ?? built.seed,
    title: record.title,
    trust: record.trust,
    isSafe,
    presets: address.presets,
    content: built.content,
    keeper: (autosave) =>
      ownKeeper(autosave, () => ({
        ...record,
        title: opened.title!,
        trust: opened.trust,
        markdown: ownAsMarkdown(notebook, built.document),
        updated: Date.now(),
      })),
    toMarkdown: async () => ownAsMarkdown(notebook, built.document),
    rename(title) {
      opened.title = title;
    },
  };
  queueMicrotask(() => notebook.dispatchEvent(new CustomEvent("etude:title", { detail: record.title })));
  return opened;
}

/** A notebook from Markdown that takes the place of the page's own for this visit. */
export async function openMarkdown(markdown: string): Promise<Opened> {
  const { buildNotebook } = await import("./build-notebook.ts");
  const built = await buildNotebook(markdown, false, "mine");
  const { content, document: original, seed, title } = built;
  return {
    kind: "page",
    store: memoryStore(),
    edits: new Map(),
    times: new Map(),
    seed,
    title,
    trust: "mine",
    isSafe: false,
    presets: new Map(),
    content,
    keeper: () => noKeeper,
    toMarkdown: async (notebook) => pageAsMarkdown(notebook, original, built.fences, await firstNames()),
  };
}
