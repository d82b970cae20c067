import { LogisticRegression, Matrix, metrics, RandomState } from "../../src/learn/index.ts";
import { PITCH_CLASSES } from "../../src/music/index.ts";
import type { Dataset } from "../../src/stdlib/data/index.ts";
import { CHORDS, tonesOf } from "./progression.ts";

/** The columns of `music.chromaStft`. */
export const PLAIN_CHROMA = PITCH_CLASSES.map((name) => `stft${name}`);

/** The chord whose three notes are nearest to a bar's chroma, by the cosine. */
export function templateChords(chroma: Matrix): string[] {
  return Array.from({ length: chroma.rows }, (_, i) => {
    const bar = chroma.row(i);
    // All templates have three notes, so that the sum decides as the cosine would.
    const fit = CHORDS.map((_name, chord) => tonesOf(chord).reduce((sum, tone) => sum + bar[tone], 0));
    return CHORDS[fit.indexOf(Math.max(...fit))];
  });
}

/** Bars of chroma, each in all twelve keys, with its chord in that key: twelve times as many. */
export function inEveryKey(chroma: Matrix, chords: string[]): { chroma: Matrix; chords: string[] } {
  const keys = PITCH_CLASSES.map((_, up) => up);
  const rows = Array.from({ length: chroma.rows }, (_, i) => [...chroma.row(i)]);
  return {
    chroma: Matrix.from(
      rows.flatMap((row) => keys.map((up) => row.map((_, tone) => row[(tone - up + 12) % 12]))),
    ),
    chords: chords.flatMap((chord) => keys.map((up) => transposed(chord, up))),
  };
}

function transposed(chord: string, up: number): string {
  const place = CHORDS.indexOf(chord);
  const minor = place < 12 ? 0 : 12;
  return CHORDS[minor + ((place + up) % 12)];
}

/**
 * Accuracy on plain chroma of logistic regression that has learnt the bars of so many files of mma's only, as they are
 * and in every key, and of the templates; on the bars of all other files.
 */
export function fewFiles(
  grooves: Dataset,
  count: number,
): { plain: number; keys: number; templates: number } {
  const bars = grooves.table("bars");
  const all = bars.select(PLAIN_CHROMA);
  const library = grooves.column("library");
  const files = [...new Set(grooves.groups.filter((_, i) => library[i] === "mma"))];
  const learnt = new RandomState(0).permutation(files).slice(0, count);
  const half = (known: boolean) => {
    const rows = bars
      .column("file")
      .flatMap((file, i) => (learnt.includes(String(file)) === known ? [i] : []));
    return { chroma: all.selectRows(rows), chords: rows.map((i) => String(bars.column("chord")[i])) };
  };
  const [train, test] = [half(true), half(false)];
  const score = ({ chroma, chords }: typeof train) => {
    const model = new LogisticRegression().fit(chroma, chords);
    return metrics.accuracy(test.chords, model.predict(test.chroma) as string[]);
  };
  return {
    plain: score(train),
    keys: score(inEveryKey(train.chroma, train.chords)),
    templates: metrics.accuracy(test.chords, templateChords(test.chroma)),
  };
}
