import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { DatasetError } from "./tools.ts";

// The format of Qt's rcc: https://doc.qt.io/qt-5/resources.html; its layout is that of qresource.cpp.
const HEAD_BYTES = 20;
const COMPRESSED = 1;
const COMPRESSED_ZSTD = 4;
const DIRECTORY = 2;
/** Entries of version 1 lack the date. */
const entryBytes = (version: number) => (version === 1 ? 14 : 22);

/** The text of the one file of this name in a binary resource file of Qt (.rcc). Throws when it is not there. */
export function readQtResource(path: string, fileName: string): string {
  const bytes = readFileSync(path);
  if (bytes.toString("latin1", 0, 4) !== "qres") throw new DatasetError(`${path} is no resource file of Qt.`);
  const [version, tree, data, names] = [4, 8, 12, 16].map((at) => bytes.readUInt32BE(at));
  const nameOf = (place: number) => {
    const at = names + bytes.readUInt32BE(place);
    // A hash stands between the length and the letters, which are UTF-16, most significant byte first.
    const letters = bytes.subarray(at + 6, at + 6 + 2 * bytes.readUInt16BE(at));
    return Buffer.from(letters).swap16().toString("utf16le");
  };
  const find = (entry: number): string | null => {
    const place = tree + entry * entryBytes(version);
    const flags = bytes.readUInt16BE(place + 4);
    if (flags & DIRECTORY) {
      const [count, first] = [place + 6, place + 10].map((at) => bytes.readUInt32BE(at));
      for (let child = first; child < first + count; child++) {
        const found = find(child);
        if (found !== null) return found;
      }
      return null;
    }
    return nameOf(place) === fileName ? textAt(bytes, data + bytes.readUInt32BE(place + 10), flags) : null;
  };
  if (bytes.length < HEAD_BYTES) throw new DatasetError(`${path} ends too early.`);
  const text = find(0);
  if (text === null) throw new DatasetError(`${fileName} is not in ${path}.`);
  return text;
}

function textAt(bytes: Buffer, at: number, flags: number): string {
  const content = bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at));
  if (flags & COMPRESSED_ZSTD)
    throw new DatasetError("This resource is compressed with zstd, which is not read here.");
  // What is compressed begins with its own length.
  return (flags & COMPRESSED ? inflateSync(content.subarray(4)) : content).toString("utf8");
}
