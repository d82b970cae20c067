import { readQtResource } from "../../scripts/datasets/qt-resource.ts";

/** A song whose words are in GCompris and belong to nobody: by whom they are, and when. */
type Source = { name: string; title: string; words: string };

const SONGS: readonly Source[] = [
  { name: "Twinkle Twinkle Little Star", title: "Twinkle, Twinkle, Little Star", words: "Jane Taylor, 1806" },
  { name: "Yankee Doodle", title: "Yankee Doodle", words: "unknown, 18th century" },
  { name: "Simple Gifts", title: "Simple Gifts", words: "Joseph Brackett, 1848" },
  { name: "Jack and Jill", title: "Jack and Jill", words: "unknown, 18th century" },
  { name: "Baa, Baa, Blacksheep", title: "Baa, Baa, Black Sheep", words: "unknown, 18th century" },
  { name: "Humpty Dumpty", title: "Humpty Dumpty", words: "unknown, about 1800" },
];

/** The English songs of GCompris' piano composition whose words are old: title, who made the words, the words. */
export function nurserySongs(rcc: string): { title: string; words: string; text: string }[] {
  const script = readQtResource(rcc, "melodies.js");
  return SONGS.map(({ name, title, words }) => {
    const lyrics = script.split(`"title": "${name}"`)[1]?.match(/"lyrics": "(.+?)"/)?.[1];
    if (lyrics === undefined) throw new Error(`GCompris has no words of ${name}.`);
    const text = lyrics.replace(/,? *\/ */g, "\n").trim();
    return { title, words, text };
  });
}
