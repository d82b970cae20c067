import * as v from "valibot";
import { fileSchema, type StoredFile } from "./records.ts";
import type { Database, Tables } from "./tables.ts";

/** Files of a notebook, or of all of them, without their contents. What cannot be read is passed over. */
export async function readFiles(
  tables: Tables,
  notebook?: string,
): Promise<{ notebook: string; file: StoredFile }[]> {
  return (await tables.all("files", notebook)).flatMap(({ key: [of], value }) => {
    const result = v.safeParse(fileSchema, value);
    return result.success ? [{ notebook: of, file: result.output }] : [];
  });
}

/** Keeps a file in place of the one of its name. Its content is kept as bytes: older Safaris lose Blobs. */
export async function writeFile(
  tables: Tables,
  notebook: string,
  file: StoredFile,
  bytes: ArrayBuffer,
): Promise<void> {
  await tables.put("files", [notebook, file.name], file);
  await tables.put("fileBytes", [notebook, file.name], bytes);
}

/** A file's content; undefined where there is none. */
export async function readBytes(
  tables: Tables,
  notebook: string,
  name: string,
): Promise<ArrayBuffer | undefined> {
  const bytes = await tables.get("fileBytes", [notebook, name]);
  return isBuffer(bytes) ? bytes : undefined;
}

/** By its name, not its class: a buffer may come from another realm. */
function isBuffer(value: unknown): value is ArrayBuffer {
  return Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

/** A learner's file with its type; null where there is none. */
export function loadFile(database: Database, notebook: string, name: string): Promise<Blob | null> {
  return database.run("read", ["files", "fileBytes"], async (tables) => {
    const bytes = await readBytes(tables, notebook, name);
    const result = v.safeParse(fileSchema, await tables.get("files", [notebook, name]));
    return bytes && result.success ? new Blob([bytes], { type: result.output.type }) : null;
  });
}

/** Keeps a learner's file under a name. */
export async function saveFile(
  database: Database,
  notebook: string,
  name: string,
  blob: Blob,
): Promise<void> {
  // Before the transaction, which would end while the bytes are being read.
  const bytes = await blob.arrayBuffer();
  const file = { name, type: blob.type, size: bytes.byteLength, updated: Date.now() };
  await database.run("write", ["files", "fileBytes"], (tables) => writeFile(tables, notebook, file, bytes));
}

/** Removes a learner's file; it need not be there. */
export async function removeFile(database: Database, notebook: string, name: string): Promise<void> {
  await database.run("write", ["files", "fileBytes"], async (tables) => {
    await tables.remove("files", [notebook, name]);
    await tables.remove("fileBytes", [notebook, name]);
  });
}
