import { type NotebookStore, readBackup, writeBackup } from "../../notebook/storage/index.ts";

/** The records that could not be read, as they were found: one text after the other. */
export async function whatWasSetAside(store: NotebookStore): Promise<Blob> {
  // They are in every backup, and nowhere else a text.
  const { setAside } = await readBackup(await writeBackup(store));
  return new Blob([setAside.join("\n\n")], { type: "text/plain" });
}
