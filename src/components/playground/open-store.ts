import { indexedDbStore, memoryStore, type NotebookStore } from "../../notebook/storage/index.ts";

/** Where the pages find what is kept; `blocked` says why nothing can be, when that is so. */
export type OpenedStore = { store: NotebookStore; blocked: string | null };

const patienceMs = 4000;

/** Opens the browser's storage, or, where it keeps nothing, one that lasts as long as the page. Never rejects. */
export async function openStore(): Promise<OpenedStore> {
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("the browser's storage does not answer")), patienceMs);
  });
  try {
    return { store: await Promise.race([indexedDbStore(), timeout]), blocked: null };
  } catch (error) {
    return { store: memoryStore(), blocked: error instanceof Error ? error.message : String(error) };
  }
}
