import type { Trust } from "../../notebook/storage/index.ts";
import { openStore } from "./open-store.ts";
import { copyToOwn } from "./own-notebooks.ts";
import { pageUrls } from "./page-urls.ts";

/**
 * Copies a lesson, with the learner's edits in it, to a notebook of the learner's own. Resolves to the address of its
 * page; rejects in plain words where nothing can be kept.
 * @param trust `foreign` when some of those edits came from somebody else
 */
export async function makeOwnCopy(markdown: string, title: string, trust: Trust = "mine"): Promise<string> {
  const { store, blocked } = await openStore();
  if (blocked !== null) throw new Error(blocked);
  return pageUrls.notebook(await copyToOwn(store, markdown, title, trust));
}
