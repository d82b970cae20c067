import type { NotebookStore } from "../storage/index.ts";
import { isAnythingKept } from "../storage/is-anything-kept.ts";
import { inTime, type Opened, type Opening, openStore, readAddress } from "./opened.ts";
import { partsOf } from "./parts.ts";
import { isSafeModeDue } from "./safe-mode.ts";
import { isStudentView } from "./student-view.ts";

/** How long to ask whether anything is kept. Who does not know yet opens the storage, which has more time. */
const questionTimeoutMs = 2500;

/** The lesson that is on the page, with what its reader has done to it. */
export async function openLesson(notebook: Opening): Promise<Opened> {
  const { notebookId, seed } = notebook;
  const isStudent = isStudentView();
  if (isStudent) (await import("./student-notice.ts")).offerWayBack(notebook.notices);
  const ids = partsOf(notebook).map(({ cellId }) => cellId);
  const [isKept, address, isSafe] = await Promise.all([
    isStudent ? false : inTime(isAnythingKept(notebookId), questionTimeoutMs).catch(() => true),
    readAddress(notebook),
    isSafeModeDue(notebookId),
  ]);
  const kept = isKept ? await (await import("./load-kept.ts")).loadKept(notebook) : null;
  let forgetful: Promise<NotebookStore> | null = null;
  const store = async () => {
    if (!isStudent) return kept?.store ?? openStore(notebook);
    forgetful ??= import("../storage/memory-store.ts").then(({ memoryStore }) => memoryStore());
    return forgetful;
  };
  return {
    kind: "lesson",
    store,
    edits: kept?.edits ?? new Map(),
    times: kept?.times ?? new Map(),
    removed: kept?.removed ?? new Map(),
    seed: address.seed ?? seed,
    title: undefined,
    trust: "mine",
    isSafe,
    presets: address.presets,
    content: null,
    async keeper(autosave, host) {
      const { lessonKeeper } = await import("./lesson-keeper.ts");
      return lessonKeeper(autosave, host);
    },
    async toMarkdown(host) {
      const { lessonMarkdown } = await import("./lesson-markdown.ts");
      return lessonMarkdown(host, ids);
    },
  };
}
