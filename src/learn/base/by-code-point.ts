/** Where UTF-16 begins to write a character as two units, the first of which is smaller than some single ones. */
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/**
 * Compares texts by the numbers of their characters, as Python and numpy sort them. (JavaScript's `<` compares
 * units of UTF-16, and so puts 🎵 before ﬁ.)
 */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    return x >= FIRST_SURROGATE && y >= FIRST_SURROGATE ? rank(x) - rank(y) : x - y;
  }
  return a.length - b.length;
}

/** Surrogates after all single units, which they stand for larger numbers than. */
function rank(unit: number): number {
  return unit <= LAST_SURROGATE ? unit + 0x10000 : unit;
}
