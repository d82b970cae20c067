/** What R keeps: nothing, a text, or a vector with its attributes (names, levels, class). Missing values are null. */
export type RValue = null | string | RVector;

/** A vector of R: numbers and truth values as numbers, texts, or a list of anything. */
export type RVector = { values: (number | null)[] | RValue[]; attributes: Map<string, RValue> };

const HEAD = "X\n";
const NEWEST_VERSION = 3;
const MISSING_INTEGER = -(2 ** 31);
const HAS_ATTRIBUTES = 0x200;
const HAS_TAG = 0x400;
// The numbers that R gives its kinds of values (SEXPTYPE in its Rinternals.h, and the pseudo-types of serialize.c).
const [SYMBOL, PAIRS, TEXT, LOGICAL, INTEGER, DOUBLE, TEXTS, LIST, REFERENCE, NOTHING] = [
  1, 2, 9, 10, 13, 14, 16, 19, 255, 254,
];

/**
 * Reads a value that R wrote with `serialize` in its binary form (XDR: the most significant byte first). Vectors,
 * factors, lists and data frames are read; functions and environments are not. Throws at anything else.
 *
 * Source: R Internals, section 1.8, "Serialization Formats".
 */
export function readSerialized(bytes: Uint8Array): RValue {
  if (String.fromCharCode(...bytes.subarray(0, HEAD.length)) !== HEAD) {
    throw new Error("R data: these bytes are not in R's binary XDR form");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const symbols: RValue[] = [];
  let at = HEAD.length;
  /** Moves on, and returns where it was. */
  const pass = (length: number) => {
    at += length;
    return at - length;
  };
  const integer = () => view.getInt32(pass(4));
  const double = () => view.getFloat64(pass(8));
  const text = (length: number) => new TextDecoder().decode(bytes.subarray(pass(length), at));
  const times = <T>(read: () => T): T[] => Array.from({ length: integer() }, read);

  function value(): RValue {
    const flags = integer();
    const kind = flags & 0xff;
    if (kind === NOTHING) return null;
    if (kind === REFERENCE) return symbols[(flags >> 8 || integer()) - 1] ?? null;
    if (kind === SYMBOL) {
      const name = value();
      symbols.push(name);
      return name;
    }
    if (kind === TEXT) {
      const length = integer();
      return length < 0 ? null : text(length);
    }
    const values = vectorOf(kind);
    return { values, attributes: flags & HAS_ATTRIBUTES ? pairs() : new Map() };
  }

  function vectorOf(kind: number): RVector["values"] {
    if (kind === LOGICAL || kind === INTEGER) {
      return times(integer).map((item) => (item === MISSING_INTEGER ? null : item));
    }
    if (kind === DOUBLE) return times(double).map((item) => (Number.isNaN(item) ? null : item));
    if (kind === TEXTS || kind === LIST) return times(value);
    throw new Error(`R data: a value of kind ${kind} at byte ${at - 4} is none that is read here`);
  }

  function pairs(): Map<string, RValue> {
    const found = new Map<string, RValue>();
    for (let flags = integer(); (flags & 0xff) === PAIRS; flags = integer()) {
      if (!(flags & HAS_TAG)) throw new Error(`R data: an attribute at byte ${at - 4} has no name`);
      const name = value();
      found.set(String(name), value());
    }
    return found;
  }

  const version = integer();
  if (version > NEWEST_VERSION) throw new Error(`R data: version ${version} is newer than ${NEWEST_VERSION}`);
  // The versions of R that wrote it and that can read it; since version 3 the name of a character encoding follows.
  at += 8;
  if (version === NEWEST_VERSION) at += 4 + view.getInt32(at);
  return value();
}
