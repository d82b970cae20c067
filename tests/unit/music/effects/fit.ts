/** How large a sine of `hz` there is in a sound, leaving out its ends, and the RMS of all that is not this sine. */
export function fitSine(y: Float64Array, hz: number, sr: number): { amplitude: number; rest: number } {
  const [start, end] = [Math.round(0.2 * y.length), Math.round(0.8 * y.length)];
  let [cc, ss, cs, yc, ys, yy] = [0, 0, 0, 0, 0, 0];
  for (let i = start; i < end; i++) {
    const [c, s] = [Math.cos((2 * Math.PI * hz * i) / sr), Math.sin((2 * Math.PI * hz * i) / sr)];
    cc += c * c;
    ss += s * s;
    cs += c * s;
    yc += y[i]! * c;
    ys += y[i]! * s;
    yy += y[i]! * y[i]!;
  }
  const determinant = cc * ss - cs * cs;
  const a = (yc * ss - ys * cs) / determinant;
  const b = (ys * cc - yc * cs) / determinant;
  return { amplitude: Math.hypot(a, b), rest: Math.sqrt(Math.max(0, yy - a * yc - b * ys) / (end - start)) };
}

/** How many cents above `hz` the sine lies that a sound of one sine has most of, to a tenth. */
export function centsOff(y: Float64Array, hz: number, sr: number): number {
  const heard = (cents: number) => fitSine(y, hz * 2 ** (cents / 1200), sr).amplitude;
  const loudest = (centre: number, step: number) => {
    const tried = Array.from({ length: 13 }, (_, i) => centre + (i - 6) * step);
    const levels = tried.map(heard);
    return tried[levels.indexOf(Math.max(...levels))]!;
  };
  return loudest(loudest(0, 1), 0.1);
}
