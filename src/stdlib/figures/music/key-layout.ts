/** One key of a keyboard; places are shares of the whole width. */
export interface KeyPlace {
  midi: number;
  black: boolean;
  left: number;
  width: number;
}

const blackKeys = new Set([1, 3, 6, 8, 10]);
/** A black key is this wide, measured in white ones. */
const blackWidth = 0.62;
/** How far black keys stand from the border of two white ones, in white ones: those of a piano are not centred. */
const shifts: Record<number, number> = { 1: -0.08, 3: 0.08, 6: -0.1, 8: 0, 10: 0.1 };

const degree = (midi: number) => ((midi % 12) + 12) % 12;

/** Whether a MIDI number is a black key. */
export function isBlackKey(midi: number): boolean {
  return blackKeys.has(degree(midi));
}

/** The keys from one MIDI number to another, and one farther on a side that would end in a black key. */
export function keyLayout(lowest: number, highest: number): KeyPlace[] {
  const from = isBlackKey(lowest) ? lowest - 1 : lowest;
  const to = isBlackKey(highest) ? highest + 1 : highest;
  const midis = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const whites = midis.filter((midi) => !isBlackKey(midi)).length;
  let passed = 0;
  return midis.map((midi) => {
    if (!isBlackKey(midi)) {
      passed += 1;
      return { midi, black: false, left: (passed - 1) / whites, width: 1 / whites };
    }
    const middle = passed + shifts[degree(midi)]!;
    return { midi, black: true, left: (middle - blackWidth / 2) / whites, width: blackWidth / whites };
  });
}

/** The key that an arrow key leads to: a semitone to the sides, an octave up and down, within the keyboard. */
export function nextKey(midi: number, key: string, lowest: number, highest: number): number | undefined {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowUp: 12, ArrowDown: -12 };
  if (key === "Home") return lowest;
  if (key === "End") return highest;
  const step = steps[key];
  if (step === undefined) return undefined;
  const to = midi + step;
  return to < lowest || to > highest ? midi : to;
}
