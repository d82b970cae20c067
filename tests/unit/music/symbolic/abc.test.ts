import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { melody, readAbc, splitAbc, writeAbc } from "../../../../src/music/index.ts";

type Placed = { onset: number; offset: number; midi: number };

const keys = [
  "C major",
  "Eb major",
  "F# minor",
  "D dorian",
  "Cb major",
  "C# major",
  "E phrygian",
  "A mixolydian",
];
const meters = ["4/4", "3/4", "6/8", "5/8", "7/8", "2/2", "12/8", "3/8"];

/** Notes on a grid, not one over another on a pitch, nor three neighbours at once, which no staff can tell apart. */
const tunes = fc.record({
  division: fc.constantFrom(1, 2, 3, 4, 6, 8, 12, 24),
  tempo: fc.integer({ min: 60, max: 180 }),
  key: fc.constantFrom(...keys),
  meter: fc.constantFrom(...meters),
  notes: fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 36, max: 90 }),
    ),
    { minLength: 1, maxLength: 15 },
  ),
});

function placed(notes: [number, number, number][], division: number, tempo: number): Placed[] {
  const seconds = (step: number) => ((step / division) * 60) / tempo;
  return notes
    .filter(([first, length, midi], i) =>
      notes.slice(0, i).every(([start, long, other]) => {
        const apart = first > start + long || start > first + length;
        return apart || Math.abs(midi - other) > 2;
      }),
    )
    .map(([first, length, midi]) => ({ onset: seconds(first), offset: seconds(first + length), midi }));
}

function expectPlaced(found: readonly Placed[], wanted: readonly Placed[]): void {
  const order = (notes: readonly Placed[]) =>
    notes.toSorted((a, b) => Math.round(1e4 * (a.onset - b.onset)) || a.midi - b.midi);
  const [a, b] = [order(found), order(wanted)];
  expect(a.map(({ midi }) => midi)).toEqual(b.map(({ midi }) => midi));
  for (const [i, { onset, offset }] of b.entries()) {
    expect(a[i]!.onset).toBeCloseTo(onset, 6);
    expect(a[i]!.offset).toBeCloseTo(offset, 6);
  }
}

describe("writeAbc and readAbc", () => {
  test("give every note on the grid back, with key and metre, and nothing that is not understood", async () => {
    await fc.assert(
      fc.asyncProperty(tunes, async ({ division, tempo, key, meter, notes }) => {
        const wanted = placed(notes, division, tempo);
        const tune = await readAbc(writeAbc(wanted, { division, tempo, key, meter, title: "A tune" }));
        expectPlaced(tune.notes, wanted);
        expect([tune.key, tune.meter, tune.title, tune.warnings]).toEqual([key, meter, "A tune", []]);
        expect(tune.bpm).toBeCloseTo(tempo, 6);
      }),
      { numRuns: 80 },
    );
  });

  test("tell a note from the one a semitone above while both are held, by another letter", async () => {
    const wanted = [
      { onset: 0, offset: 3, midi: 65 },
      { onset: 0.5, offset: 2.5, midi: 66 },
      { onset: 1.5, offset: 2, midi: 60 },
    ];
    expectPlaced((await readAbc(writeAbc(wanted))).notes, wanted);
  });

  test("keep an accidental behind a tie that leads over a bar line", async () => {
    const wanted = melody([null, "F#4", "F#4", "F4"], { beats: [3, 2, 1, 1] });
    expect(writeAbc(wanted)).toContain("z6 ^F2- | ^F2 ^F2 =F2 z2 |]");
    expectPlaced((await readAbc(writeAbc(wanted))).notes, wanted);
  });
});

describe("writeAbc", () => {
  const body = (...args: Parameters<typeof writeAbc>) =>
    writeAbc(...args)
      .split("\n")
      .slice(6, -1);

  test("writes a header and bars of notes", () => {
    const tune = melody(["D4", "F4", "A4", "D5", ["F4", "A4"]], { beats: [1, 1, 1, 2, 3] });
    expect(writeAbc(tune, { title: "Rising", key: "D minor", meter: "3/4" })).toBe(
      "X:1\nT:Rising\nM:3/4\nL:1/8\nQ:1/4=120\nK:Dm\nD2 F2 A2 | d4 [F-A-]2 | [FA]4 z2 |]\n",
    );
  });

  test("writes accidentals where the key and the bar do not give them, once", () => {
    const tune = melody(["F#4", "F#4", "F4", "F#5", "F#4", "F4"], { beats: 1 });
    expect(body(tune, { key: "G major" })).toEqual(["F2 F2 =F2 ^f2 | F2 =F2 z4 |]"]);
    expect(body(tune, { key: "C major" })).toEqual(["^F2 F2 =F2 ^f2 | ^F2 =F2 z4 |]"]);
  });

  test("writes triplets, dots, ties over bar lines and octaves", () => {
    const beats = [1 / 3, 1 / 3, 1 / 3, 0.75, 0.25, 2.5, 0.5];
    const tune = melody(["C4", "D4", "E4", "C3", "C6", "B4", "B2"], { beats });
    expect(body(tune, { division: 12 })).toEqual([
      "(3CDE C,3/c'/ B4- | BB,, z2 z4 |]".replace("z2 z4", "z6"),
    ]);
  });

  test("ends a note where its pitch is struck again", async () => {
    const notes = [
      { onset: 0, offset: 2, midi: 60 },
      { onset: 1, offset: 1.5, midi: 60 },
    ];
    expectPlaced((await readAbc(writeAbc(notes))).notes, [
      { onset: 0, offset: 1, midi: 60 },
      { onset: 1, offset: 1.5, midi: 60 },
    ]);
  });

  test("of no notes is a bar of rest", () => {
    expect(body([])).toEqual(["z8 |]"]);
  });
});

describe("readAbc", () => {
  const notesOf = async (music: string, header = "L:1/4\nQ:1/4=60\nK:C") =>
    (await readAbc(`X:1\n${header}\n${music}\n`)).notes.map(({ onset, offset, midi }) => [
      onset,
      offset,
      midi,
    ]);

  test("plays repeats and endings", async () => {
    const midi = (await notesOf("|:C D|1 E:|2 F|]")).map(([, , pitch]) => pitch);
    expect(midi).toEqual([60, 62, 64, 60, 62, 65]);
  });

  test("joins ties, also of one note of a chord, and lets those go that lead nowhere", async () => {
    expect(await notesOf("C-|C E")).toEqual([
      [0, 2, 60],
      [2, 3, 64],
    ]);
    expect(await notesOf("[CE-]|[EG]")).toEqual([
      [0, 1, 60],
      [0, 2, 64],
      [1, 2, 67],
    ]);
    expect(await notesOf("G-|A G-|G")).toEqual([
      [0, 1, 67],
      [1, 2, 69],
      [2, 4, 67],
    ]);
    expect(await notesOf("C- z C")).toEqual([
      [0, 1, 60],
      [2, 3, 60],
    ]);
  });

  test("times triplets whose notes differ in length, quintuplets and broken rhythms exactly", async () => {
    const ends = (await notesOf("(3:2:2C2D (5:4:5CDEFG A>B")).map(([, offset]) => offset!);
    const wanted = [4 / 3, 2, 2.8, 3.6, 4.4, 5.2, 6, 7.5, 8];
    for (const [i, end] of wanted.entries()) expect(ends[i]).toBeCloseTo(end, 9);
  });

  test("leaves out grace notes and ornaments, and keeps the note they stand on whole", async () => {
    expect(await notesOf("{cd}C TD ~E")).toEqual([
      [0, 1, 60],
      [1, 2, 62],
      [2, 3, 64],
    ]);
  });

  test("follows tempo, key and metre as they change", async () => {
    expect(await notesOf("F [Q:1/4=120] F [K:D] F|[M:3/4] c")).toEqual([
      [0, 1, 65],
      [1, 1.5, 65],
      [1.5, 2, 66],
      [2, 2.5, 73],
    ]);
  });

  test("has voices, velocities of dynamics, quarter tones and a key without a name", async () => {
    const { voices, key } = await readAbc("X:1\nL:1/4\nK:Bb\nV:1\n!p!C !f!D\nV:2\nE2\n");
    expect(voices.map((voice) => voice.map(({ midi }) => midi))).toEqual([[60, 62], [63]]);
    expect(voices[0]![0]!.velocity).toBeLessThan(voices[0]![1]!.velocity);
    expect(key).toBe("Bb major");
    expect((await readAbc("X:1\nK:HP\nAB\n")).key).toBe("A mixolydian");
    expect((await readAbc("X:1\nK:Hp\nAB\n")).key).toBe("A mixolydian");
    expect((await readAbc("X:1\nK:none\nAB\n")).key).toBe("C major");
    const [note] = (await readAbc("X:1\nK:C\n^/A\n")).notes;
    expect(note!.hz).toBeGreaterThan(440);
    expect(note!.hz).toBeLessThan(466.16);
  });

  test("says what it did not understand", async () => {
    const { warnings, notes } = await readAbc("X:1\nK:C\nC # D\n");
    expect(notes.length).toBe(2);
    expect(warnings.length).toBeGreaterThan(0);
    expect(warnings[0]).toMatch(/in the line "C # D"$/);
  });

  test.each([
    ["", "text must be music in ABC notation"],
    [5, "text must be music in ABC notation"],
    ["X:1\nK:C\n", "it has no notes"],
    ["X:1\nK:C\nz4|\n", "it has no notes"],
    ["X:1\nL:/8\nK:C\nC\n", "its notes have no lengths"],
    ["X:1\nM:4/0\nK:C\nC\n", "its notes have no lengths"],
    ["X:1\nQ:1/0=90\nK:C\nC\n", "its notes have no lengths"],
  ])("refuses %j", async (text, words) => {
    await expect(readAbc(text as string)).rejects.toThrow(words);
    await expect(readAbc(text as string)).rejects.toThrow(/^readAbc: .+\.$/);
  });

  test("reads notes or refuses, whatever the text", async () => {
    const signs = fc.constantFrom(..."ABCDEFGabcdefgz123/|:[]()-^_=>< {}\"!'.,~TXKMLQV\n&+%\\".split(""));
    await fc.assert(
      fc.asyncProperty(fc.array(signs, { maxLength: 60 }), async (music) => {
        try {
          const { notes } = await readAbc(`X:1\nK:C\n${music.join("")}\n`);
          for (const { onset, offset, midi } of notes)
            expect([onset, offset, midi].every(Number.isFinite)).toBe(true);
        } catch (error) {
          expect((error as Error).message).toMatch(/^readAbc: .+\.$/s);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("splitAbc", () => {
  test("gives each tune by itself, with what stands above all of them", () => {
    const book =
      "% a book\nM:3/4\n%%scale 1\n\nX:1\nT:Up\nK:C\nCDE|\n\nfree text\n\nX:2\r\nT:Down\r\nK:C\r\nEDC|\r\n";
    expect(splitAbc(book)).toEqual([
      "X:1\nM:3/4\n%%scale 1\nT:Up\nK:C\nCDE|",
      "X:2\nM:3/4\n%%scale 1\nT:Down\nK:C\nEDC|",
    ]);
  });

  test("takes a text without X: for one tune", () => {
    expect(splitAbc("K:C\nCDE|\n")).toEqual(["K:C\nCDE|"]);
  });
});
