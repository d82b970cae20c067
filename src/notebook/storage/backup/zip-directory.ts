import { BackupError } from "./backup.ts";

/** An entry of a zip, as its directory tells it. None of it has been proved. */
export type ZipEntry = { name: string; method: number; packed: number; unpacked: number; offset: number };

const endSignature = 0x06054b50;
const endSize = 22;
const longestComment = 0xffff;
const entrySignature = 0x02014b50;
const entrySize = 46;

const notAZip = "This is not a backup: it is no zip file, or a part of it is missing.";

async function viewOf(zip: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await zip.slice(Math.max(0, from), to).arrayBuffer());
}

/** Where the directory is: its end stands at the end of the file, before a comment of unknown length. */
async function findDirectory(zip: Blob): Promise<{ count: number; offset: number; size: number }> {
  const tail = await viewOf(zip, zip.size - endSize - longestComment, zip.size);
  for (let i = tail.byteLength - endSize; i >= 0; --i) {
    if (tail.getUint32(i, true) !== endSignature) continue;
    return {
      count: tail.getUint16(i + 10, true),
      size: tail.getUint32(i + 12, true),
      offset: tail.getUint32(i + 16, true),
    };
  }
  throw new BackupError(notAZip);
}

/**
 * The entries of a zip.
 * @param most how many there may be
 * @throws BackupError for what is no zip, has too many entries, or two of one name
 */
export async function readZipDirectory(zip: Blob, most: number): Promise<Map<string, ZipEntry>> {
  const { count, offset, size } = await findDirectory(zip);
  if (count > most) throw new BackupError(`This is not a backup: there are ${count} files in it.`);
  const view = await viewOf(zip, offset, offset + size);
  const entries = new Map<string, ZipEntry>();
  const decoder = new TextDecoder();
  let at = 0;
  for (let n = 0; n < count; ++n) {
    if (at + entrySize > view.byteLength || view.getUint32(at, true) !== entrySignature) {
      throw new BackupError(notAZip);
    }
    const nameSize = view.getUint16(at + 28, true);
    const skipped = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const end = at + entrySize + nameSize;
    if (end > view.byteLength) throw new BackupError(notAZip);
    const name = decoder.decode(new Uint8Array(view.buffer, at + entrySize, nameSize));
    if (entries.has(name)) throw new BackupError(`This is not a backup: “${name}” is in it twice.`);
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = end + skipped;
  }
  return entries;
}
