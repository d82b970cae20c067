/** The bytes of a file, as they are or in a buffer. Throws when they are something else, or none. */
export function requireBytes(bytes: Uint8Array | ArrayBuffer, caller: string): Uint8Array {
  const view = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes;
  if (!(view instanceof Uint8Array)) {
    throw new TypeError(`${caller}: bytes must be a Uint8Array or an ArrayBuffer, the content of a file.`);
  }
  if (view.length === 0) throw new RangeError(`${caller}: bytes is empty; the file has no content.`);
  return view;
}
