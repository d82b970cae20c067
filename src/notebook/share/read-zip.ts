import { Inflate } from "fflate";
import { ShareError } from "./share-error.ts";

/** What may be in a zip: how many files, and how many bytes all of them unpacked. */
export type ZipCaps = { entries: number; bytes: number; tooMany(count: number): string; tooBig: string };

type Entry = {
  name: string;
  method: number;
  flags: number;
  crc: number;
  packed: number;
  size: number;
  at: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** Unpacking goes on in pieces of this many packed bytes, so that a bomb is noticed before it has filled the memory. */
const pieceBytes = 16_384;

const damaged = () => new ShareError("This zip file is damaged: it cannot be unpacked.");

/**
 * The files of a zip, unpacked, by name, in order; folders are left out. Sizes are measured while unpacking, whatever
 * the zip says of itself, and every file's checksum is checked. Throws a ShareError.
 */
export function readZip(bytes: Uint8Array, caps: ZipCaps): [name: string, bytes: Uint8Array][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries: Entry[];
  try {
    entries = readEntries(view);
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error;
  }
  const files = entries.filter(({ name }) => !name.endsWith("/"));
  if (files.length > caps.entries) throw new ShareError(caps.tooMany(files.length));
  let room = caps.bytes;
  return files.map((entry) => {
    const unpacked = unpack(entry, view, room, caps.tooBig);
    room -= unpacked.length;
    return [entry.name, unpacked];
  });
}

function readEntries(view: DataView): Entry[] {
  let end = view.byteLength - 22;
  // A comment of up to 65,535 bytes may follow.
  const first = Math.max(0, end - 0xffff);
  while (end >= first && view.getUint32(end, true) !== endSignature) --end;
  if (end < first) throw damaged();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) {
    throw new ShareError("This zip file is of a kind for very large files (zip64), which is not read here.");
  }
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== entrySignature) throw damaged();
    const field = (offset: number, bytes: 2 | 4) =>
      bytes === 2 ? view.getUint16(at + offset, true) : view.getUint32(at + offset, true);
    const nameLength = field(28, 2);
    const entry = {
      flags: field(8, 2),
      method: field(10, 2),
      crc: field(16, 4),
      packed: field(20, 4),
      size: field(24, 4),
      at: field(42, 4),
      name: decodeName(slice(view, at + 46, nameLength)),
    };
    at += 46 + nameLength + field(30, 2) + field(32, 2);
    return entry;
  });
}

function slice(view: DataView, at: number, length: number): Uint8Array {
  if (at + length > view.byteLength) throw damaged();
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ShareError("This zip file has a file in it whose name is not in UTF-8.");
  }
}

function unpack(entry: Entry, view: DataView, room: number, tooBig: string): Uint8Array {
  if (entry.flags & 1)
    throw new ShareError("This zip file is locked with a password, which is not read here.");
  if (entry.at + 30 > view.byteLength || view.getUint32(entry.at, true) !== localSignature) throw damaged();
  const header = 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const packed = slice(view, entry.at + header, entry.packed);
  if (entry.method !== 0 && entry.method !== 8) throw damaged();
  if (entry.method === 0 && packed.length > room) throw new ShareError(tooBig);
  const bytes = entry.method === 0 ? packed.slice() : inflate(packed, room, tooBig);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw damaged();
  return bytes;
}

function inflate(packed: Uint8Array, room: number, tooBig: string): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isDone = false;
  const stream = new Inflate((piece, final) => {
    length += piece.length;
    if (length > room) throw new ShareError(tooBig);
    pieces.push(piece);
    isDone = final;
  });
  try {
    for (let at = 0; at === 0 || at < packed.length; at += pieceBytes) {
      stream.push(packed.subarray(at, at + pieceBytes), at + pieceBytes >= packed.length);
    }
  } catch (error) {
    throw error instanceof ShareError ? error : damaged();
  }
  if (!isDone) throw damaged();
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, i) => {
  let value = i;
  for (let bit = 0; bit < 8; ++bit) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
