/** How samples stand in a WAV file. */
export type WavEncoding = "int" | "float";

/** What the "fmt " chunk of a WAV file says. */
export type WavFormat = {
  encoding: WavEncoding;
  channels: number;
  sr: number;
  /** Bits a sample: those that it takes, not those that count. */
  bits: number;
};

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;
/** Codes that learners may meet, by their names. */
const OTHERS: Record<number, string> = {
  2: "Microsoft ADPCM",
  6: "A-law",
  7: "µ-law",
  17: "IMA ADPCM",
  49: "GSM",
  85: "MP3",
};
const BITS: Record<WavEncoding, number[]> = { int: [8, 16, 24, 32], float: [32, 64] };
const LEAST_BYTES = 16;
const EXTENSIBLE_BYTES = 40;
/** Behind its first two bytes, which are a code as in the short header, an extensible format's id is this. */
const FAMILY = [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xaa, 0x00, 0x38, 0x9b, 0x71];

/** The format that a "fmt " chunk describes. Throws when it is damaged or not one that is read here. */
export function wavFormat(chunk: DataView): WavFormat {
  if (chunk.byteLength < LEAST_BYTES) {
    throw new RangeError(`its format takes ${chunk.byteLength} bytes, not the 16 or more that it needs`);
  }
  const channels = chunk.getUint16(2, true);
  const sr = chunk.getUint32(4, true);
  const block = chunk.getUint16(12, true);
  const bits = chunk.getUint16(14, true);
  const encoding = encodingOf(chunk);
  if (channels === 0) throw new RangeError("it says that it has no channels");
  if (sr === 0) throw new RangeError("it says that its sample rate is 0");
  if (!BITS[encoding].includes(bits)) {
    throw new RangeError(
      `its samples are ${encoding === "int" ? "whole numbers" : "floats"} of ${bits} bits; read are ${BITS[encoding].join(", ")}`,
    );
  }
  if (block !== (channels * bits) / 8) {
    throw new RangeError(
      `its format contradicts itself: ${channels} channels of ${bits} bits are not ${block} bytes`,
    );
  }
  return { encoding, channels, sr, bits };
}

function encodingOf(chunk: DataView): WavEncoding {
  let code = chunk.getUint16(0, true);
  if (code === EXTENSIBLE) {
    if (chunk.byteLength < EXTENSIBLE_BYTES) throw new RangeError("its extensible format is cut off");
    if (FAMILY.some((byte, i) => chunk.getUint8(26 + i) !== byte)) {
      throw new RangeError("its extensible format is of a family that is not known");
    }
    code = chunk.getUint16(24, true);
  }
  if (code === PCM) return "int";
  if (code === FLOAT) return "float";
  const name = OTHERS[code] ?? `format ${code}`;
  throw new RangeError(`it is compressed (${name}); read are plain whole numbers (PCM) and floats`);
}
