import type { Label } from "../../learn/index.ts";

const MIX = 0x85ebca6b;
const OTHER_MIX = 0xc2b2ae35;

/** A key for rows and labels: the same for the same content, and for practical purposes only then (64 bits, and the sizes). */
export function contentKey(data: Float64Array, cols: number, y: readonly Label[]): string {
  const hash = new Hash();
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length * 2);
  for (let i = 0; i < words.length; i++) hash.add(words[i]!);
  const labels = JSON.stringify(y);
  for (let i = 0; i < labels.length; i++) hash.add(labels.charCodeAt(i));
  return `${data.length}x${cols}:${y.length}:${hash.digest}`;
}

/** Two lanes of multiply, rotate and add, as in MurmurHash3 (Appleby), with different multipliers. */
class Hash {
  private a = 0x9747b28c;
  private b = 0x3c6ef372;

  add(word: number): void {
    const a = Math.imul(this.a ^ Math.imul(word, MIX), 5);
    const b = Math.imul(this.b ^ Math.imul(word, OTHER_MIX), 9);
    this.a = ((a << 13) | (a >>> 19)) + 0x52dce729;
    this.b = ((b << 15) | (b >>> 17)) + 0x38495ab5;
  }

  get digest(): string {
    return [this.a, this.b].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
  }
}
