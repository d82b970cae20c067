import { Inflate } from "fflate";
import { BackupError } from "./backup.ts";
import { megabytes } from "./backup-format.ts";
import type { ZipEntry } from "./zip-directory.ts";

const headerSignature = 0x04034b50;
const headerSize = 30;
const stored = 0;
const deflated = 8;

/** So much is unpacked before it is looked at again how much has come of it. Packed a thousandfold it is 16 MB. */
const stepBytes = 16 * 1024;
/** So much is read from the file at a time. */
const readBytes = 2 ** 20;

/**
 * The content of an entry of a zip, unpacked step by step, so that a bomb is given up as soon as it is larger than it
 * claims to be.
 * @param most how many bytes it may have
 * @throws BackupError when it is damaged, or larger than it claims to be or than allowed
 */
export async function unzipEntry(zip: Blob, entry: ZipEntry, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const damaged = new BackupError(`The backup is damaged: “${entry.name}” cannot be unpacked.`);
  if (entry.unpacked > most) {
    throw new BackupError(
      `“${entry.name}” is too large: ${megabytes(entry.unpacked)} MB, at most ${megabytes(most)}.`,
    );
  }
  const header = new DataView(await zip.slice(entry.offset, entry.offset + headerSize).arrayBuffer());
  if (header.byteLength < headerSize || header.getUint32(0, true) !== headerSignature) throw damaged;
  const start = entry.offset + headerSize + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = zip.slice(start, start + entry.packed);
  if (packed.size !== entry.packed) throw damaged;
  if (entry.method === stored) {
    if (entry.packed !== entry.unpacked) throw damaged;
    return new Uint8Array(await packed.arrayBuffer());
  }
  if (entry.method !== deflated) throw damaged;

  const unpacked = new Uint8Array(entry.unpacked);
  let size = 0;
  const inflate = new Inflate((chunk) => {
    if (size + chunk.length > unpacked.length) throw damaged;
    unpacked.set(chunk, size);
    size += chunk.length;
  });
  try {
    for (let at = 0; at < packed.size; at += readBytes) {
      const part = new Uint8Array(await packed.slice(at, at + readBytes).arrayBuffer());
      for (let i = 0; i < part.length; i += stepBytes) {
        const isLast = at + readBytes >= packed.size && i + stepBytes >= part.length;
        inflate.push(part.subarray(i, i + stepBytes), isLast);
      }
    }
  } catch {
    throw damaged;
  }
  if (size !== unpacked.length) throw damaged;
  return unpacked;
}
