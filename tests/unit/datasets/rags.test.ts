import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formInLetters, likenessAtLag, recurringBars } from "../../../datasets/rags/baselines.ts";
import { openDataset } from "../../../scripts/datasets/open.ts";
import { noteToMidi } from "../../../src/music/index.ts";
import golden from "../../golden/datasets/scores/scores.json" with { type: "json" };

const rags = openDataset("rags");
const notes = rags.table("notes");
const datasheet = readFileSync(join(import.meta.dirname, "../../../datasets/rags/README.md"), "utf8");

/** The numbers of a column, for the rows of one piece. */
function of(piece: string, table: typeof notes, column: string): number[] {
  const pieces = table.column("piece");
  return table.column(column).filter((_, row) => pieces[row] === piece) as number[];
}

test("there are ten pieces, eight of them by Joplin, with as many notes as they say", () => {
  expect(rags.column("composer").filter((composer) => composer === "Scott Joplin")).toHaveLength(8);
  expect(notes.length).toBe(20_490);
  for (const [row, piece] of rags.column("id").entries()) {
    expect(of(String(piece), notes, "midi")).toHaveLength(Number(rags.column("notes")[row]));
  }
});

test("each piece names a typesetter, and a page of Mutopia that states its terms", () => {
  expect(rags.column("typesetter").every((name) => String(name).length > 4)).toBe(true);
  expect(
    rags.column("terms").every((terms) => String(terms).startsWith("https://www.mutopiaproject.org/")),
  ).toBe(true);
});

test("the Maple Leaf Rag begins with an upbeat on E flat, and the right hand a sixteenth after the bar", () => {
  const first = notes
    .records()
    .filter(({ piece, onset }) => piece === "maple-leaf-rag" && Number(onset) < 96);
  expect(first.map(({ onset, midi, hand }) => [onset, midi, hand])).toEqual([
    [0, noteToMidi("Eb2"), "left"],
    [0, noteToMidi("Eb3"), "left"],
    [48, 44, "left"],
    [48, 56, "left"],
    [72, 68, "right"],
  ]);
});

test("the bars of a piece follow each other, and hold all its notes", () => {
  const bars = rags.table("bars");
  for (const piece of rags.column("id").map(String)) {
    const [start, length, inBar] = ["start", "length", "notes"].map((name) => of(piece, bars, name));
    for (let bar = 1; bar < start!.length; bar++)
      expect(start![bar]).toBe(start![bar - 1]! + length![bar - 1]!);
    expect(inBar!.reduce((sum, count) => sum + count, 0)).toBe(of(piece, notes, "midi").length);
  }
});

test("a bar that is the same as an earlier one has the same pitch classes", () => {
  const bars = rags
    .table("bars")
    .records()
    .filter(({ piece }) => piece === "the-entertainer");
  const byNumber = new Map(bars.map((bar) => [bar.bar, bar]));
  const again = bars.filter(({ bar, sameAs }) => bar !== sameAs);
  expect(again.length).toBeGreaterThan(80);
  for (const bar of again) {
    const first = byNumber.get(bar.sameAs!)!;
    for (let pitchClass = 0; pitchClass < 12; pitchClass++) {
      const name = `pitchClass${pitchClass}`;
      // The last note of the bar before may be held into one of them.
      expect(Math.abs(Number(bar[name]) - Number(first[name]))).toBeLessThanOrEqual(96);
    }
  }
});

test("the form of the Maple Leaf Rag is AABBACCDD, and 60 of its bars recur after 16", () => {
  expect(formInLetters("maple-leaf-rag", 16)).toBe("AABBACCDD");
  expect(recurringBars("maple-leaf-rag", 16)).toBe(60);
  expect(datasheet).toContain("AABBACCDD");
  expect(datasheet).toContain("60 of its 144 bars");
});

test("the likeness of bars is scikit-learn's", () => {
  for (const [lag, likeness] of Object.entries(golden.rags.likeness)) {
    // Sums of up to 144 cosines, in another order.
    expect(likenessAtLag("maple-leaf-rag", Number(lag))).toBeCloseTo(likeness, 12);
    expect(datasheet).toContain(likeness.toFixed(2));
  }
});

test("the datasheet mentions every column", () => {
  const { columns } = rags.table("bars");
  const names = [...rags.meta.features, ...rags.table("notes").columns, ...columns].map(({ name }) => name);
  const listed = names.filter((name) => !/^pitchClass([1-9]|10)$/.test(name));
  expect(listed.filter((name) => !datasheet.includes(name))).toEqual([]);
});
