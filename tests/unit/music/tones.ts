/** A sine of `hz` Hz and amplitude one. */
export function sine(hz: number, seconds: number, sr = 44100): Float64Array {
  return Float64Array.from({ length: Math.round(seconds * sr) }, (_, i) =>
    Math.sin((2 * Math.PI * hz * i) / sr),
  );
}

/** White noise between −1 and 1, always the same (the generator of Park and Miller). */
export function noise(samples: number): Float64Array {
  let state = 1;
  return Float64Array.from({ length: samples }, () => {
    state = (state * 48271) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  });
}

/** A tone that falls by 60 dB in `seconds60dB`. */
export function decayingSine(hz: number, seconds60dB: number, seconds: number, sr = 44100): Float64Array {
  return sine(hz, seconds, sr).map((sample, i) => sample * 10 ** ((-3 * i) / (sr * seconds60dB)));
}
