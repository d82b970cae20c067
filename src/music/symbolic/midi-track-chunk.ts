/** An event of a MIDI file as bytes, and when it happens. */
export type TimedBytes = {
  tick: number;
  /** What comes first of two at one tick: settings before the ends of notes, and these before new notes. */
  rank: number;
  bytes: number[];
};

const END_OF_TRACK = [0xff, 0x2f, 0];

/**
 * A track of a MIDI file from its events. (midi-file's writer copies all that it has written for every delay above
 * 127 ticks, which takes a minute for 20,000 notes.)
 */
export function trackChunk(events: readonly TimedBytes[]): Uint8Array {
  const body: number[] = [];
  let last = 0;
  for (const { tick, bytes } of events.toSorted((a, b) => a.tick - b.tick || a.rank - b.rank)) {
    pushVariable(body, tick - last);
    for (const byte of bytes) body.push(byte);
    last = tick;
  }
  body.push(0, ...END_OF_TRACK);
  return chunk("MTrk", body);
}

/** A chunk: four letters, its length, its content. */
export function chunk(name: string, content: ArrayLike<number>): Uint8Array {
  const out = new Uint8Array(8 + content.length);
  for (let i = 0; i < 4; i++) out[i] = name.charCodeAt(i);
  new DataView(out.buffer).setUint32(4, content.length);
  out.set(content, 8);
  return out;
}

/** A meta event: what it is, and its content behind its length. */
export function metaEvent(type: number, content: ArrayLike<number>): number[] {
  const bytes = [0xff, type];
  pushVariable(bytes, content.length);
  return [...bytes, ...Array.from(content)];
}

/** A whole number of at most 28 bits, seven in each byte, the greatest first; all but the last byte have bit 7 set. */
function pushVariable(bytes: number[], value: number): void {
  for (let shift = 21; shift > 0; shift -= 7) {
    if (value >> shift > 0) bytes.push(0x80 | ((value >> shift) & 0x7f));
  }
  bytes.push(value & 0x7f);
}
