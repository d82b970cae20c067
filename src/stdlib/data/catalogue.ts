/** The datasets that the site serves, by the names of their folders. */
export const DATASET_IDS: readonly string[] = [
  "drum-test",
  "drums",
  "exam",
  "instruments",
  "listening",
  "loops",
  "moods",
  "piano",
  "practice",
  "rags",
  "ratings",
  "rhymes",
  "songs",
  "songtexts",
  "tunes",
  "valence",
];
