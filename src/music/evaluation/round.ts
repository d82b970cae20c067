/** The nearest whole number; of two equally near, the even one (as numpy rounds). */
export function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

/** To ten decimals, halves to the even neighbour. */
export function roundTo10Decimals(value: number): number {
  return roundHalfEven(value * 1e10) / 1e10;
}
