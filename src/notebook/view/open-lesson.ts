import { isAnythingKept } from "../storage/is-anything-kept.ts";
import { inTime, type Opened, type Opening, openStore, readAddress } from "./opened.ts";
import { partsOf } from "./parts.ts";
import { isSafeModeDue } from "./safe-mode.ts";

/** The lesson that is on the page, with what its reader has done to it. */
export async function openLesson(notebook: Opening): Promise<Opened> {
  const { notebookId, seed } = notebook;
  const ids = partsOf(notebook).map(({ cellId }) => cellId);
  const [isKept, address, isSafe] = await Promise.all([
    inTime(isAnythingKept(notebookId)).catch(() => true),
    readAddress(notebook),
    isSafeModeDue(notebookId),
  ]);
  const kept = isKept ? await (await import("./load-kept.ts")).loadKept(notebook) : null;
  return {
    kind: "lesson",
    store: async () => kept?.store ?? openStore(notebook),
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
