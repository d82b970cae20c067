/**
 * Shares made bolder or more timid: each to the power of 1 / `temperature`, then adding up to 1 again. At 0 the
 * largest has all; of equal ones the first.
 */
export function tempered(shares: Float64Array, temperature: number): Float64Array {
  if (temperature === 1) return shares;
  const largest = Math.max(...shares);
  if (temperature === 0) {
    const first = shares.indexOf(largest);
    return shares.map((_, code) => Number(code === first));
  }
  const powers = shares.map((share) =>
    share === 0 ? 0 : Math.exp((Math.log(share) - Math.log(largest)) / temperature),
  );
  const total = powers.reduce((sum, value) => sum + value, 0);
  return powers.map((value) => value / total);
}
