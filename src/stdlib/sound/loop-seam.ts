/**
 * A stretch of samples that can be repeated without a click. Where the sound goes on after it, its end fades into its
 * beginning; where nothing follows, both of its ends fade. No sample becomes greater than it was.
 *
 * @param y samples
 * @param from first sample of the stretch
 * @param to sample after its last
 * @param fade samples that the fade takes; at most half of the stretch
 */
export function loopSeam(y: Float32Array, from: number, to: number, fade: number): Float32Array {
  const out = y.slice(from, to);
  const count = Math.min(fade, Math.floor(out.length / 2));
  const goesOn = y.length - to >= count;
  for (let i = 0; i < count; i++) {
    const share = (i + 0.5) / count;
    out[i] = share * out[i]! + (goesOn ? (1 - share) * y[to + i]! : 0);
    if (!goesOn) out[out.length - 1 - i]! *= share;
  }
  return out;
}
