const BLOCK = 128;

/** The sum of numbers, halved until a part has at most 128 and each part in eight strands: numpy's order, to the last digit. */
export function pairwiseSum(values: Float64Array, start = 0, end = values.length): number {
  const length = end - start;
  if (length > BLOCK) {
    let half = Math.floor(length / 2);
    half -= half % 8;
    return pairwiseSum(values, start, start + half) + pairwiseSum(values, start + half, end);
  }
  if (length < 8) {
    let sum = 0;
    for (let i = start; i < end; i++) sum += values[i]!;
    return sum;
  }
  const strands = values.slice(start, start + 8);
  const whole = start + length - (length % 8);
  for (let i = start + 8; i < whole; i += 8) {
    for (let j = 0; j < 8; j++) strands[j] = strands[j]! + values[i + j]!;
  }
  const [a, b, c, d, e, f, g, h] = strands as unknown as number[];
  let sum = a! + b! + (c! + d!) + (e! + f! + (g! + h!));
  for (let i = whole; i < end; i++) sum += values[i]!;
  return sum;
}
