/** A word that says how one feels, the name of its column, and the end of which scale it was put at. */
export type MoodItem = { item: string; name: string; scale: string };

const SCALES: Record<string, string[]> = {
  // Thayer's activation checklist, both ends of its two scales.
  energy: ["active", "energetic", "vigorous", "wakeful", "wide.awake", "full.of.pep", "lively"],
  tiredness: ["sleepy", "tired", "drowsy"],
  tension: ["intense", "jittery", "fearful", "tense", "clutched.up"],
  calmness: ["quiet", "still", "placid", "calm", "at.rest"],
  // What those two leave out, from Larsen and Diener's circle of feelings.
  pleasure: ["happy", "pleased", "content"],
  displeasure: ["sad", "gloomy"],
};

/** The 25 words of the dataset: every person was asked for these. */
export const moodItems: MoodItem[] = Object.entries(SCALES).flatMap(([scale, items]) =>
  items.map((item) => ({ item, name: camelCase(item), scale })),
);

/** As a name in code: "wide.awake" is wideAwake. */
function camelCase(item: string): string {
  return item.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
}
