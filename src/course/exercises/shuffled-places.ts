/** The places 0 … n − 1 in another order: always the same for one `key`, and never the right one. */
export function shuffledPlaces(n: number, key: string): number[] {
  // FNV-1a, then a congruential step for each draw: enough to mix a handful of items.
  let state = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) state = Math.imul(state ^ key.charCodeAt(i), 0x01000193);
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const places = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = draw(i + 1);
    [places[i], places[j]] = [places[j]!, places[i]!];
  }
  const isRight = places.every((place, i) => place === i);
  return isRight && n > 1 ? [...places.slice(1), places[0]!] : places;
}
