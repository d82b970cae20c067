import { indexedDbStore, memoryStore, type NotebookStore } from "../../notebook/storage/index.ts";

/** Where the pages find what is kept; `blocked` says why nothing can be, when that is so. */
export type OpenedStore = { store: NotebookStore; blocked: string | null };

/** Opens the browser's storage, or, where it keeps nothing, one that lasts as long as the page. Never rejects. */
export async function openStore(): Promise<OpenedStore> {
  try {
    return { store: await indexedDbStore(), blocked: null };
  } catch (error) {
    return { store: memoryStore(), blocked: error instanceof Error ? error.message : String(error) };
  }
}
