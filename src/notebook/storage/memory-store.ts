import { createStore } from "./create-store.ts";
import { LeaveJournal } from "./leave-journal.ts";
import { memoryDatabase } from "./memory-database.ts";
import type { NotebookStore } from "./notebook-store.ts";
import { OtherTabs } from "./other-tabs.ts";

/** Keeps everything as long as the page is open: for browsers that keep nothing, and for tests. */
export function memoryStore(): NotebookStore {
  return createStore(memoryDatabase(), new LeaveJournal(null), new OtherTabs(null));
}
