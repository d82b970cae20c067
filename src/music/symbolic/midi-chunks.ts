/** The bytes of a MIDI file, of which no part can be asked for that is not there. */
export class MidiBytes extends Uint8Array {
  // midi-file reads chunks and texts with slice, of whatever length the file claims, and goes on behind it.
  override slice(start = 0, end = this.length): MidiBytes {
    if (!(end >= start && end <= this.length)) throw new RangeError("it ends in the middle of an event");
    return super.slice(start, end) as MidiBytes;
  }
}

const HEADER_BYTES = 8;
const TRACK_COUNT_AT = 10;

/**
 * The header and the tracks of a MIDI file, without chunks of other kinds, which the standard says to pass over.
 * Throws when it does not begin as one or ends early.
 */
export function midiChunks(bytes: Uint8Array): MidiBytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (name(0) !== "MThd") throw new RangeError("it does not begin with MThd, as every MIDI file does");
  const kept: Uint8Array[] = [];
  for (let at = 0; at + HEADER_BYTES <= bytes.length; ) {
    const end = at + HEADER_BYTES + view.getUint32(at + 4);
    const known = name(at) === "MThd" || name(at) === "MTrk";
    if (known && end > bytes.length) {
      throw new RangeError(
        `it is cut off: a part that begins at byte ${at} has ${end - at} bytes, the file only ${bytes.length}`,
      );
    }
    if (known) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (kept.length < 2) throw new RangeError("it has no track");
  const tracks = view.getUint16(TRACK_COUNT_AT);
  if (kept.length - 1 < tracks) {
    throw new RangeError(`it is cut off: it should have ${tracks} tracks, but there are ${kept.length - 1}`);
  }
  const out = new MidiBytes(kept.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of kept) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
