/** How many samples on either side the half-band filter looks at. */
export const HALF_BAND_REACH = 15;

/**
 * The taps at distances 1, 3, 5 … from the middle one (which is 0.5; the others are zero) of a low-pass at a quarter
 * of the sample rate: a sinc under a Blackman window, 1 at 0 Hz.
 */
export const HALF_BAND_TAPS: Float64Array = taps();

function taps(): Float64Array {
  const side = Float64Array.from({ length: (HALF_BAND_REACH + 1) / 2 }, (_, i) => {
    const n = 2 * i + 1;
    const angle = (Math.PI * n) / (HALF_BAND_REACH + 1);
    const window = 0.42 + 0.5 * Math.cos(angle) + 0.08 * Math.cos(2 * angle);
    return (window * Math.sin((Math.PI * n) / 2)) / (Math.PI * n);
  });
  const sum = side.reduce((total, tap) => total + tap, 0);
  return side.map((tap) => (0.25 * tap) / sum);
}
