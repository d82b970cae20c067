import type { Autosave, NotebookStore, StoredEdit, Trust } from "../storage/index.ts";
import type { NotebookHost } from "./host.ts";
import type { Keeper } from "./keeper.ts";
import type { NotebookPart } from "./part.ts";
import { afterFree } from "./patience.ts";
import { notebookPorts } from "./ports.ts";

/** A notebook that is about to be put on the page. */
export type Opened = {
  kind: "lesson" | "own" | "page";
  /** Where it is kept. Of a lesson that nothing is kept of, it is opened only when the cells run. */
  store(): Promise<NotebookStore>;
  /** What the reader changed of its cells on an earlier visit. */
  edits: Map<string, StoredEdit>;
  /** How long cells that run when asked took, in milliseconds. */
  times: Map<string, number>;
  /** The cells of a lesson that its reader has deleted, by id. */
  removed: ReadonlyMap<string, NotebookPart>;
  seed: number;
  title: string | undefined;
  trust: Trust;
  isSafe: boolean;
  /** What a link sets inputs to, by cell. */
  presets: Map<string, unknown[]>;
  /** Its elements, where they are not on the page already. */
  content: DocumentFragment | null;
  keeper(autosave: Autosave, notebook: NotebookHost): Promise<Keeper>;
  toMarkdown(notebook: NotebookHost): Promise<string>;
  rename?(title: string): void;
};

/** What opening a notebook needs of its element. */
export type Opening = HTMLElement & Pick<NotebookHost, "notebookId" | "notices" | "seed" | "appendPart">;

/** A browser whose storage does not answer must not keep the lesson from starting; a slow one may take its time. */
const storageTimeoutMs = 5000;

/** A promise, for as long as a reader can be made to wait for it. */
export async function inTime<T>(promise: Promise<T>, timeoutMs = storageTimeoutMs): Promise<T> {
  let stop = () => {};
  const timeout = new Promise<never>((_, reject) => {
    stop = afterFree(timeoutMs, () => reject(new Error("the browser's storage does not answer")));
  });
  return Promise.race([promise, timeout]).finally(stop);
}

/** Where notebooks are kept; for the length of the page where the browser keeps nothing, which is said. */
export async function openStore({ notices }: Opening): Promise<NotebookStore> {
  try {
    return await inTime(notebookPorts().openStore());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    notices.show("no-store", `Your edits will not be kept after you leave this page: ${why}`);
    const { memoryStore } = await import("../storage/memory-store.ts");
    return memoryStore();
  }
}

/** What the address asks for: a seed, and where inputs stand. */
export async function readAddress({ notices }: Opening): Promise<{
  seed?: number;
  presets: Map<string, unknown[]>;
}> {
  if (!/[?&](seed|in\.[^=]*)=/.test(location.search)) return { presets: new Map() };
  const { readLink } = await import("../share/index.ts");
  const { state, problems } = readLink(location.href);
  for (const [i, problem] of problems.entries()) notices.show(`link-${i}`, problem);
  return { presets: state.inputs, ...(state.seed !== undefined && { seed: state.seed }) };
}
