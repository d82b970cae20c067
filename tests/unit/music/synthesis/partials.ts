/** The part of a sound that is a sine and a cosine of a frequency, for sounds that hold whole periods of it. */
export function partialOf(y: Float64Array, hz: number, sr: number): { sin: number; cos: number } {
  let sin = 0;
  let cos = 0;
  for (let i = 0; i < y.length; i++) {
    const phase = (2 * Math.PI * ((hz * i) % sr)) / sr;
    sin += y[i]! * Math.sin(phase);
    cos += y[i]! * Math.cos(phase);
  }
  const scale = hz === 0 || 2 * hz === sr ? 1 : 2;
  return { sin: (scale * sin) / y.length, cos: (scale * cos) / y.length };
}

/** How strong a frequency is. */
export function levelOf(y: Float64Array, hz: number, sr: number): number {
  const { sin, cos } = partialOf(y, hz, sr);
  return Math.hypot(sin, cos);
}
