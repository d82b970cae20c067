/** A chord: pitch classes 0 (C) to 11 (B). */
export type Chord = { root: number; quality: Quality; bass: number };

const QUALITIES = {
  maj: [0, 4, 7],
  min: [0, 3, 7],
  "7": [0, 4, 7, 10],
  maj7: [0, 4, 7, 11],
  min7: [0, 3, 7, 10],
  dim: [0, 3, 6],
  hdim7: [0, 3, 6, 10],
  sus4: [0, 5, 7],
};

/** The kinds of chord that are played, by their names in mir_eval's labels. */
export type Quality = keyof typeof QUALITIES;

const NOTE_NAMES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];
const DEGREE_NAMES = ["1", "b2", "2", "b3", "3", "4", "b5", "5", "b6", "6", "b7", "7"];

/** The name of a pitch class, with sharps. */
export function noteName(pitchClass: number): string {
  return NOTE_NAMES[((pitchClass % 12) + 12) % 12];
}

/** The pitch classes of a chord, root first. */
export function tones({ root, quality }: Chord): number[] {
  return QUALITIES[quality].map((interval) => (root + interval) % 12);
}

/** mir_eval's label: "C:maj", "A:min7", "G:7/3" with its third in the bass. */
export function label({ root, quality, bass }: Chord): string {
  const inversion = (bass - root + 12) % 12;
  return `${noteName(root)}:${quality}${inversion === 0 ? "" : `/${DEGREE_NAMES[inversion]}`}`;
}

/** Chords as "degree in semitones:quality", a bar each. */
const PROGRESSIONS = {
  major: [
    "0:maj 7:maj 9:min 5:maj",
    "0:maj 9:min 5:maj 7:maj",
    "9:min 5:maj 0:maj 7:maj",
    "0:maj 5:maj 7:maj 0:maj",
    "2:min 7:maj 0:maj 9:min",
    "0:maj 4:min 5:maj 7:maj",
    "0:maj 10:maj 5:maj 0:maj",
    "5:maj 5:min 0:maj 7:maj",
    "0:maj 2:maj 5:maj 0:maj",
    "0:maj 7:sus4 7:maj 0:maj",
    "0:maj 11:dim 9:min 7:maj",
    "0:maj 9:maj 2:min 7:maj",
  ],
  minor: [
    "0:min 8:maj 3:maj 10:maj",
    "0:min 5:min 7:maj 0:min",
    "0:min 10:maj 8:maj 7:maj",
    "0:min 5:min 10:maj 3:maj",
    "0:min 7:min 8:maj 5:min",
    "0:min 2:hdim7 7:maj 0:min",
    "0:min 3:maj 5:maj 8:maj",
    "0:min 0:min 5:min 7:maj",
  ],
};

/** The key of a piece. */
export type Key = { tonic: number; mode: "major" | "minor" };

/** How many progressions there are in a mode. */
export function progressionCount(mode: Key["mode"]): number {
  return PROGRESSIONS[mode].length;
}

/** A progression in a key, root in the bass; with `sevenths`, triads become the key's own chords of the seventh. */
export function progression({ tonic, mode }: Key, which: number, sevenths: boolean): Chord[] {
  return PROGRESSIONS[mode][which].split(" ").map((text) => {
    const [degree, quality] = text.split(":") as [string, Quality];
    const root = (tonic + Number(degree)) % 12;
    return { root, bass: root, quality: sevenths ? seventh(Number(degree), quality) : quality };
  });
}

function seventh(degree: number, quality: Quality): Quality {
  if (quality === "min") return "min7";
  if (quality === "dim") return "hdim7";
  if (quality !== "maj") return quality;
  return degree === 7 || degree === 2 || degree === 9 || degree === 10 ? "7" : "maj7";
}

/** mir_eval's name of a key. */
export function keyName({ tonic, mode }: Key): string {
  return `${noteName(tonic)} ${mode}`;
}

/** The keys of `pitchClasses` that lie nearest to `centre`, each once, in rising order. */
export function voicing(pitchClasses: number[], centre: number): number[] {
  const keys = pitchClasses.map((pitchClass) => {
    const below = centre - ((((centre - pitchClass) % 12) + 12) % 12);
    return centre - below <= 6 ? below : below + 12;
  });
  return [...new Set(keys)].sort((a, b) => a - b);
}
