import { rocOf } from "./roc-curve.ts";
import { type BinaryScores, withoutZeros } from "./score-ranking.ts";

/**
 * The area under the curve, by trapezes; up to `maxFpr` where that is given, stretched so that guessing has 0.5
 * and perfection 1 (McClish, 1989).
 */
export function binaryAuc(binary: BinaryScores, maxFpr: number | null = null): number {
  const { fpr, tpr } = rocOf("rocAuc", withoutZeros(binary), true);
  const most = maxFpr ?? 1;
  let area = 0;
  for (let i = 1; i < fpr.length && fpr[i - 1]! < most; i++) {
    const beyond = fpr[i]! > most;
    const right = beyond ? most : fpr[i]!;
    const rise = (tpr[i]! - tpr[i - 1]!) / (fpr[i]! - fpr[i - 1]!);
    const height = beyond ? tpr[i - 1]! + rise * (most - fpr[i - 1]!) : tpr[i]!;
    area += ((right - fpr[i - 1]!) * (height + tpr[i - 1]!)) / 2;
  }
  if (most === 1) return area;
  const guessed = most ** 2 / 2;
  return (1 + (area - guessed) / (most - guessed)) / 2;
}
