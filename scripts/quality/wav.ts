import { readFileSync, writeFileSync } from "node:fs";

const HEADER_BYTES = 44;
const FLOAT_FORMAT = 3;

/** Writes mono samples as a WAV file of 32-bit floats with the shortest header, so that it can be read as it is. */
export function writeWav(path: string, samples: Float32Array, sr: number): void {
  const bytes = Buffer.alloc(HEADER_BYTES + samples.byteLength);
  bytes.write("RIFF", 0, "latin1");
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write("WAVEfmt ", 8, "latin1");
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(FLOAT_FORMAT, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(sr, 24);
  bytes.writeUInt32LE(sr * 4, 28);
  bytes.writeUInt16LE(4, 32);
  bytes.writeUInt16LE(32, 34);
  bytes.write("data", 36, "latin1");
  bytes.writeUInt32LE(samples.byteLength, 40);
  Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength).copy(bytes, HEADER_BYTES);
  writeFileSync(path, bytes);
}

/** The samples of a file that {@link writeWav} wrote. */
export function readWav(path: string): Float32Array {
  const bytes = readFileSync(path);
  return new Float32Array(
    bytes.buffer.slice(bytes.byteOffset + HEADER_BYTES, bytes.byteOffset + bytes.byteLength),
  );
}
