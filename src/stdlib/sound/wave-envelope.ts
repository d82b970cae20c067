/** Lowest and highest sample of each of a number of equal parts. */
export interface WaveEnvelope {
  low: Float64Array;
  high: Float64Array;
}

/**
 * The outline of a wave between two places.
 *
 * @param y samples
 * @param from first sample
 * @param to sample after the last
 * @param parts how many parts; a part shorter than a sample takes the sample it lies in
 */
export function waveEnvelope(y: ArrayLike<number>, from: number, to: number, parts: number): WaveEnvelope {
  const low = new Float64Array(parts);
  const high = new Float64Array(parts);
  const samplesPerPart = (to - from) / parts;
  for (let part = 0; part < parts; part++) {
    const first = Math.floor(from + part * samplesPerPart);
    const end = Math.max(first + 1, Math.floor(from + (part + 1) * samplesPerPart));
    low[part] = Number.POSITIVE_INFINITY;
    high[part] = Number.NEGATIVE_INFINITY;
    for (let i = first; i < end; i++) {
      const sample = y[i] ?? 0;
      low[part] = Math.min(low[part]!, sample);
      high[part] = Math.max(high[part]!, sample);
    }
  }
  return { low, high };
}
