/** Notes with six partials each, from one time to another; fractions of a MIDI number are cents. */
export function played(
  notes: readonly { midi: number; start: number; end: number }[],
  seconds: number,
  sr: number,
): Float64Array {
  const y = new Float64Array(Math.round(seconds * sr));
  for (const { midi, start, end } of notes) {
    const hz = 440 * 2 ** ((midi - 69) / 12);
    for (let i = Math.round(start * sr); i < Math.min(y.length, Math.round(end * sr)); i++) {
      const t = i / sr - start;
      const fade = Math.min(1, t / 0.01, Math.max(0, (end - start - t) / 0.02)) * Math.exp(-t);
      for (let h = 1; h <= 6 && h * hz < sr / 2; h++) {
        y[i]! += (0.05 / h) * fade * Math.sin(2 * Math.PI * h * hz * t);
      }
    }
  }
  return y;
}

/** Chords one after the other, each of a second, as lists of MIDI numbers. */
export function chordsOf(chords: readonly (readonly number[])[], sr: number, secondsEach = 1): Float64Array {
  const notes = chords.flatMap((midis, i) =>
    midis.map((midi) => ({ midi, start: i * secondsEach, end: (i + 1) * secondsEach })),
  );
  return played(notes, chords.length * secondsEach, sr);
}
