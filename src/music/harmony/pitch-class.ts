/** The twelve pitch classes by name, with sharps, from C: the order of every chroma vector. */
export const PITCH_CLASSES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"] as const;
