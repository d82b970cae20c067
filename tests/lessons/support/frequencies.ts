/**
 * The frequencies of the highest peaks of a spectrum, read between its bins by a parabola: of a sound behind a window
 * of Hann, at every quarter of a bin. `count` and half as many again are looked for.
 */
export function frequenciesOf(y: ArrayLike<number>, sr: number, count: number): number[] {
  const n = y.length;
  const windowed = Float64Array.from(
    y,
    (sample, i) => sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / n)),
  );
  const step = sr / n / 4;
  const levels: number[] = [];
  for (let hz = 180; hz < 420; hz += step) levels.push(levelAt(windowed, hz, sr));
  const peaks = levels.flatMap((level, i) => {
    const [before, after] = [levels[i - 1], levels[i + 1]];
    if (before === undefined || after === undefined || level < before || level < after) return [];
    const shift = (before - after) / (2 * (before - 2 * level + after));
    return [{ hz: 180 + (i + shift) * step, level }];
  });
  peaks.sort((a, b) => b.level - a.level);
  return peaks.slice(0, Math.ceil(1.5 * count)).map(({ hz }) => hz);
}

/** Goertzel's recurrence, in decibels. */
function levelAt(y: Float64Array, hz: number, sr: number): number {
  const factor = 2 * Math.cos((2 * Math.PI * hz) / sr);
  let [one, two] = [0, 0];
  for (const sample of y) [one, two] = [sample + factor * one - two, one];
  return 10 * Math.log10(one * one + two * two - factor * one * two + 1e-30);
}
