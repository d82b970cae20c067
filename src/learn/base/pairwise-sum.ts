/** Parts up to this long are summed without parting. */
const BLOCK = 128;

/**
 * The sum of numbers, by halves: its rounding errors grow with the logarithm of their number only. It is numpy's
 * sum of an array to the last bit, where that is needed.
 */
export function pairwiseSum(values: ArrayLike<number>, from = 0, length = values.length): number {
  if (length < 8) {
    let sum = 0;
    for (let i = from; i < from + length; i++) sum += values[i]!;
    return sum;
  }
  if (length > BLOCK) {
    const half = Math.floor(length / 16) * 8;
    return pairwiseSum(values, from, half) + pairwiseSum(values, from + half, length - half);
  }
  const parts = new Float64Array(8);
  for (let j = 0; j < 8; j++) parts[j] = values[from + j]!;
  const even = length - (length % 8);
  for (let i = 8; i < even; i += 8) {
    for (let j = 0; j < 8; j++) parts[j] = parts[j]! + values[from + i + j]!;
  }
  const [a, b, c, d, e, f, g, h] = parts as unknown as number[];
  let sum = a! + b! + (c! + d!) + (e! + f! + (g! + h!));
  for (let i = even; i < length; i++) sum += values[from + i]!;
  return sum;
}
