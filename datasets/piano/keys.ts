/** A key of the piano: its MIDI number, its name, and the frequency that equal temperament gives it, A4 = 440 Hz. */
export type Key = { midi: number; name: string; equalHz: number };

const NAMES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
const LOWEST = 21;
const STEP = 3;
const COUNT = 30;

/** The keys that were recorded: every minor third from A0 to C8. */
export const KEYS: Key[] = Array.from({ length: COUNT }, (_, i) => {
  const midi = LOWEST + STEP * i;
  const name = `${NAMES[midi % 12]}${Math.floor(midi / 12) - 1}`;
  return { midi, name, equalHz: 440 * 2 ** ((midi - 69) / 12) };
});
