/**
 * The twelve pitch classes by name, with sharps, from C: the order of every chroma vector.
 * @example
 * music.PITCH_CLASSES.map((name, i) => `${i}: ${name}`)
 */
export const PITCH_CLASSES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"] as const;
