import type { Dataset } from "../../src/stdlib/data/dataset.ts";

/** The steps of each tune, in semitones from note to note, in the order of the rows: what a Markov chain learns. */
export function intervalSequences(tunes: Dataset): number[][] {
  const notes = tunes.table("notes");
  const [tune, midi] = [notes.column("tune"), notes.column("midi") as number[]];
  const sequences = new Map(tunes.column("id").map((id) => [id, [] as number[]]));
  for (let i = 1; i < notes.length; i++) {
    if (tune[i] === tune[i - 1]) sequences.get(tune[i]!)!.push(midi[i]! - midi[i - 1]!);
  }
  return [...sequences.values()];
}
