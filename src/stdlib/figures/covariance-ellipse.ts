/** The half axes of an ellipse, the longer first: how long and in which direction (radians, from x towards y). */
export interface EllipseAxes {
  major: number;
  minor: number;
  angle: number;
}

/**
 * The ellipse on which a normal distribution of two dimensions is as dense as one standard deviation from its mean.
 *
 * @param covariance the covariance matrix, row after row
 */
export function ellipseAxes(covariance: readonly number[]): EllipseAxes {
  const [a, b, , d] = covariance as [number, number, number, number];
  const middle = (a + d) / 2;
  const reach = Math.hypot((a - d) / 2, b);
  return {
    major: Math.sqrt(Math.max(0, middle + reach)),
    minor: Math.sqrt(Math.max(0, middle - reach)),
    angle: Math.atan2(2 * b, a - d) / 2,
  };
}

const corners = 72;

/** Points around that ellipse, `deviations` standard deviations from the mean; the last is the first. */
export function ellipsePoints(
  mean: readonly number[],
  covariance: readonly number[],
  deviations: number,
): [number, number][] {
  const { major, minor, angle } = ellipseAxes(covariance);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return Array.from({ length: corners + 1 }, (_, i) => {
    const turn = (2 * Math.PI * i) / corners;
    const along = deviations * major * Math.cos(turn);
    const across = deviations * minor * Math.sin(turn);
    return [mean[0]! + along * c - across * s, mean[1]! + along * s + across * c];
  });
}
