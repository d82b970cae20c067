/**
 * How much of a WAV file is there: 0.4 when its header announces two and a half times the sound that follows, as after a
 * download that broke off. 1 for whole files, for those whose header does not know, and for what is no WAV file.
 */
export function presentShare(bytes: ArrayBuffer): number {
  const view = new DataView(bytes);
  const word = (at: number) => String.fromCharCode(...new Uint8Array(bytes, at, 4));
  if (view.byteLength < 12 || word(0) !== "RIFF" || word(8) !== "WAVE") return 1;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const size = view.getUint32(at + 4, true);
    if (word(at) === "data") {
      // What is written while it is recorded has a size that stands for "unknown".
      return size === 0 || size >= unknownFrom ? 1 : Math.min(1, (view.byteLength - at - 8) / size);
    }
    at += 8 + size + (size % 2);
  }
  return 1;
}

const unknownFrom = 0x7fff_0000;
