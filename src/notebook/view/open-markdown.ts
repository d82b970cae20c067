import { memoryStore } from "../storage/index.ts";
import { buildNotebook } from "./build-notebook.ts";
import { firstNames } from "./first-names.ts";
import { noKeeper } from "./keeper.ts";
import { pageAsMarkdown } from "./notebook-markdown.ts";
import type { Opened } from "./opened.ts";

/** A notebook from Markdown that takes the place of the page's own for this visit. */
export async function openMarkdown(markdown: string): Promise<Opened> {
  const { content, document: original, seed, title, fences } = await buildNotebook(markdown, false, "mine");
  const store = memoryStore();
  return {
    kind: "page",
    store: async () => store,
    edits: new Map(),
    times: new Map(),
    removed: new Map(),
    seed,
    title,
    trust: "mine",
    isSafe: false,
    presets: new Map(),
    content,
    keeper: async () => noKeeper,
    toMarkdown: async (host) => pageAsMarkdown(host, original, fences, await firstNames()),
  };
}
