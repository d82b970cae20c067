// node scripts/run.mjs datasets/rags/baselines.ts prints the figures that the datasheet quotes.
import { openDataset } from "../../scripts/datasets/open.ts";
import { selfSimilarity } from "../../src/music/index.ts";

const PITCH_CLASSES = Array.from({ length: 12 }, (_, pitchClass) => `pitchClass${pitchClass}`);
const ALIKE = 0.9;

/** How alike the whole bars of a piece are, by the cosine of their pitch classes; and for each the first bar with the same notes. */
function wholeBars(piece: string): { likeness(a: number, b: number): number; sameAs: number[] } {
  const bars = openDataset("rags").table("bars");
  const [pieces, numbers, firsts] = ["piece", "bar", "sameAs"].map((name) => bars.column(name));
  const rows = pieces!.flatMap((name, row) => (name === piece && Number(numbers![row]) > 0 ? [row] : []));
  const chroma = bars.select(PITCH_CLASSES).selectRows(rows);
  const { data } = selfSimilarity({ data: chroma.data, frames: chroma.rows, bins: chroma.cols });
  return {
    likeness: (a, b) => data[a * rows.length + b]!,
    sameAs: rows.map((row) => Number(firsts![row])),
  };
}

/** How many bars of a piece have the same notes as the bar `lag` bars before. */
export function recurringBars(piece: string, lag: number): number {
  const { sameAs } = wholeBars(piece);
  return sameAs.filter((first, bar) => bar >= lag && first === sameAs[bar - lag]).length;
}

/** The mean likeness of bars that are `lag` bars apart. */
export function likenessAtLag(piece: string, lag: number): number {
  const { likeness, sameAs } = wholeBars(piece);
  return mean(Array.from({ length: sameAs.length - lag }, (_, bar) => likeness(bar, bar + lag)));
}

/**
 * The form of a piece in letters: parts of so many bars bear the letter of the first part that is like them bar by
 * bar, by a mean likeness above 0.9.
 */
export function formInLetters(piece: string, partBars: number): string {
  const { likeness, sameAs } = wholeBars(piece);
  const alike = (a: number, b: number) =>
    mean(Array.from({ length: partBars }, (_, bar) => likeness(a * partBars + bar, b * partBars + bar))) >
    ALIKE;
  const firsts: number[] = [];
  let letters = "";
  for (let part = 0; part < Math.floor(sameAs.length / partBars); part++) {
    let letter = firsts.findIndex((first) => alike(first, part));
    if (letter < 0) letter = firsts.push(part) - 1;
    letters += String.fromCharCode("A".charCodeAt(0) + letter);
  }
  return letters;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

if (import.meta.main) {
  const rags = openDataset("rags");
  console.log(`Maple Leaf Rag in parts of 16 bars: ${formInLetters("maple-leaf-rag", 16)}`);
  console.log(`bars like the one 16 bars before: ${recurringBars("maple-leaf-rag", 16)} of 144`);
  for (const lag of [15, 16, 17, 32]) {
    console.log(`mean likeness at lag ${lag}: ${likenessAtLag("maple-leaf-rag", lag).toFixed(3)}`);
  }
  for (const piece of rags.column("id")) {
    const counts = Array.from({ length: 64 }, (_, i) => recurringBars(String(piece), i + 1));
    const best = counts.indexOf(Math.max(...counts));
    console.log(`${piece}: most bars recur after ${best + 1} bars, ${counts[best]}; after 16, ${counts[15]}`);
  }
}
