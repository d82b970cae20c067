/** A file's text, and a word for how it was written when that is not UTF-8. */
export type DecodedText = { text: string; encoding: string | null };

/** Reads bytes as text: UTF-8, or UTF-16 where a mark says so, else as older programs on Windows write. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const mark = bytes.length >= 2 ? (bytes[0]! << 8) | bytes[1]! : 0;
  if (mark === 0xfffe || mark === 0xfeff) {
    const encoding = mark === 0xfffe ? "utf-16le" : "utf-16be";
    return { text: new TextDecoder(encoding).decode(bytes), encoding: "UTF-16" };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: null };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252" };
  }
}
