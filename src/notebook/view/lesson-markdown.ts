import { parseNotebook } from "../document/index.ts";
import { firstNames } from "./first-names.ts";
import type { NotebookHost } from "./host.ts";
import { layoutOf } from "./lesson-layout.ts";
import { lessonAsMarkdown } from "./notebook-markdown.ts";

/**
 * A lesson's own Markdown, fetched, with what its reader has changed.
 * @param ids of the lesson's own cells, in their order in the lesson
 */
export async function lessonMarkdown(notebook: NotebookHost, ids: readonly string[]): Promise<string> {
  const answer = await fetch(notebook.dataset.source!);
  const parts = new Map(notebook.parts().map((part) => [part.cellId, part]));
  const arrangement = layoutOf(notebook, notebook.structure.removed.keys(), "mine") ?? {
    placed: [],
    removed: [],
  };
  return lessonAsMarkdown(parseNotebook(await answer.text()), ids, parts, arrangement, await firstNames());
}
