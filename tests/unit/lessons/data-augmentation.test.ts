import { expect, test } from "vitest";
import { openDataset } from "../../../scripts/datasets/open.ts";
import {
  KNeighborsClassifier,
  LogisticRegression,
  metrics,
  RandomState,
  StandardScaler,
  StratifiedKFold,
} from "../../../src/learn/index.ts";
import {
  chromaStft,
  drumFeatures,
  melody,
  PITCH_CLASSES,
  pitchShift,
  render,
  transpose,
  yin,
} from "../../../src/music/index.ts";
import golden from "../../golden/lessons/data-augmentation/figures.json" with { type: "json" };

/** Of 760 hidden bars, how many may be called otherwise by an optimiser that stops at another last digit. */
const oneBar = 1 / 760 + 1e-9;

const range = (count: number) => Array.from({ length: count }, (_, i) => i);
const roots = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];
const chordNames = [...roots, ...roots.map((root) => `${root}m`)];
const wrap = (k: number) => ((k % 12) + 12) % 12;
const roll = (chroma: number[], up: number) => chroma.map((_, k) => chroma[wrap(k - up)]!);
const moved = (chord: number, up: number) => (chord < 12 ? 0 : 12) + wrap(chord + up);
const tonesOf = (chord: number) => [0, chord < 12 ? 4 : 3, 7].map((above) => (chord + above) % 12);

type Bar = { file: string; chord: number; chroma: number[] };
const grooves = openDataset("grooves");
const bars: Bar[] = grooves
  .table("bars")
  .records()
  .map((bar) => ({
    file: bar.file as string,
    chord: chordNames.indexOf(bar.chord as string),
    chroma: PITCH_CLASSES.map((name) => bar[`stft${name}`] as number),
  }));
const own = new Set(grooves.rows.filter(({ library }) => library === "Etude").map(({ file }) => file));
const others = [...new Set(bars.map(({ file }) => file))].filter((file) => !own.has(file));
const mixed = Array.from(new RandomState(0).permutation(others));
const shelf = mixed.slice(0, 64);
const hiddenFiles = new Set<unknown>([...own, ...mixed.slice(64)]);
const hidden = bars.filter(({ file }) => hiddenFiles.has(file));
const truth = hidden.map(({ chord }) => chord);
const barsOf = (count: number, draw = 1) => {
  const files = new Set(Array.from(new RandomState(draw).permutation(shelf)).slice(0, count));
  return bars.filter(({ file }) => files.has(file));
};

const copies = {
  both: ({ file, chroma, chord }: Bar, s: number) => ({
    file,
    chroma: roll(chroma, s),
    chord: moved(chord, s),
  }),
  chroma: (bar: Bar, s: number) => ({ ...bar, chroma: roll(bar.chroma, s) }),
  copies: (bar: Bar, _s: number) => bar,
};
const augmented = (some: Bar[], most: number, how: keyof typeof copies = "both") =>
  some.flatMap((bar) => range(most + 1).map((s) => copies[how](bar, s)));
const learned = (some: Bar[], C = 1) =>
  new LogisticRegression({ C }).fit(
    some.map(({ chroma }) => chroma),
    some.map(({ chord }) => chord),
  );
const share = (model: LogisticRegression, asked: Bar[]) =>
  metrics.accuracy(
    asked.map(({ chord }) => chord),
    model.predict(asked.map(({ chroma }) => chroma)),
  );

function expectScores(found: number[], wanted: number[], within = oneBar): void {
  expect(found.length).toBe(wanted.length);
  for (const [i, score] of found.entries()) expect(Math.abs(score - wanted[i]!)).toBeLessThanOrEqual(within);
}

test("a sound shifted by s semitones has 2^(s/12) times its frequency, within two cents", () => {
  const sr = 22050;
  const y = Float64Array.from({ length: sr }, (_, i) => 0.5 * Math.sin((2 * Math.PI * 330 * i) / sr));
  for (const nSteps of [-12, -7, -4, -1, 1, 2, 4, 7, 12]) {
    const { f0 } = yin(pitchShift(y, { sr, nSteps }).subarray(4000, 18000), { sr, fmin: 80, fmax: 1000 });
    const middle = Float64Array.from(f0).sort()[f0.length >> 1]!;
    const cents = 1200 * Math.log2(middle / (330 * 2 ** (nSteps / 12)));
    expect(Math.abs(cents), `${nSteps} semitones: ${cents} cents`).toBeLessThan(2);
  }
});

test("the chroma of a chord played higher is its chroma rolled, and the label's tones move as the chroma does", () => {
  const chromaOf = (up: number) => {
    const notes = transpose(melody([["C4", "E4", "G4"]], { bpm: 60 }), up);
    const { data, frames } = chromaStft(render(notes, { sr: 22050 }), { sr: 22050, nFft: 4096 });
    const sums = range(12).map((k) => range(frames).reduce((sum, t) => sum + data[12 * t + k]!, 0));
    return sums.map((sum) => sum / Math.max(...sums));
  };
  const played = chromaOf(0);
  for (const up of [-5, -1, 3, 6]) {
    const [a, b] = [roll(played, up), chromaOf(up)];
    const dot = (x: number[], y: number[]) => x.reduce((sum, value, k) => sum + value * y[k]!, 0);
    expect(dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)), `${up}`).toBeGreaterThan(0.97);
  }
  for (const chord of range(24)) {
    const tones = range(12).map((k) => Number(tonesOf(chord).includes(k)));
    for (let up = -12; up <= 12; up++) {
      expect(roll(tones, up)).toEqual(range(12).map((k) => Number(tonesOf(moved(chord, up)).includes(k))));
      expect(roll(roll(tones, up), -up)).toEqual(tones);
    }
    expect(moved(chord, 12)).toBe(chord);
  }
});

test("four files as they are, in other keys, with labels left behind and copied score as in scikit-learn", () => {
  const { steps, penalty, draws, commonest, templates } = golden.chords;
  expect(hidden.length).toBe(golden.chords.hidden);
  for (const how of ["both", "chroma", "copies"] as const) {
    const found = [0, 1, 2, 3, 5, 8, 11].map((most) =>
      share(learned(augmented(barsOf(4), most, how)), hidden),
    );
    expectScores(found, steps[how]);
  }
  // Twelve copies are a penalty of a twelfth.
  expectScores([share(learned(barsOf(4), 12), hidden)], [penalty]);
  expect(Math.abs(penalty - steps.copies.at(-1)!)).toBeLessThanOrEqual(oneBar);
  for (const [i, wanted] of draws.entries()) {
    expectScores(
      [0, 11].map((most) => share(learned(augmented(barsOf(4, i + 1), most)), hidden)),
      wanted,
    );
  }
  const counts = truth.map((chord) => truth.filter((other) => other === chord).length);
  expect(Math.max(...counts) / truth.length).toBeCloseTo(commonest, 12);
  const named = hidden.map(({ chroma }) => {
    const sums = range(24).map((chord) => tonesOf(chord).reduce((sum, tone) => sum + chroma[tone]!, 0));
    return sums.indexOf(Math.max(...sums));
  });
  expect(metrics.accuracy(truth, named)).toBeCloseTo(templates, 12);
});

test("by the number of files, and moved away from their keys, bars are named as in scikit-learn", () => {
  const { asTheyAre, inAllKeys, robust } = golden.chords;
  expectScores(
    [4, 8, 16, 32, 64].map((count) => share(learned(barsOf(count)), hidden)),
    asTheyAre,
  );
  expectScores(
    [4, 8, 16].map((count) => share(learned(augmented(barsOf(count), 11)), hidden)),
    inAllKeys.slice(0, 3),
  );
  // The gain falls with every doubling, down to next to nothing.
  const gains = inAllKeys.map((score, i) => score - asTheyAre[i]!);
  for (let i = 1; i < gains.length; i++) expect(gains[i]).toBeLessThan(gains[i - 1]!);
  expect(gains.at(-1)).toBeLessThan(0.02);
  const four = barsOf(4);
  for (const [i, most] of [0, 11].entries()) {
    const model = learned(augmented(four, most));
    const found = range(12).map((k) =>
      share(
        model,
        four.map((bar) => copies.both(bar, k - 5)),
      ),
    );
    expectScores(found, robust[i]!, 1 / four.length + 1e-9);
  }
});

test("copies made before the split are found again as in scikit-learn, whatever their labels", () => {
  const drums = openDataset("drums");
  const scaled = new StandardScaler().fitTransform(drums.X);
  const Z = range(scaled.rows).map((i) => Array.from(scaled.row(i)));
  for (const kind of ["real", "lot"] as const) {
    for (const count of [1, 2] as const) {
      const dice = new RandomState(7);
      const lot = Array.from(dice.permutation(drums.y));
      const labels = kind === "real" ? drums.y : lot;
      const litters = [
        Z,
        ...range(count).map(() => Z.map((row) => row.map((value) => value + 0.1 * dice.normal()))),
      ];
      const [X, y] = [litters.flat(), litters.flatMap(() => labels)];
      const fifths = new StratifiedKFold({ nSplits: 5, shuffle: true, randomState: 7 });
      const scoreOf = (folds: { train: number[]; test: number[] }[]) => {
        const right = folds.flatMap(({ train, test }) => {
          const model = new KNeighborsClassifier({ nNeighbors: 1 });
          model.fit(
            train.map((i) => X[i]!),
            train.map((i) => y[i]!),
          );
          return model.predict(test.map((i) => X[i]!)).map((said, j) => Number(said === y[test[j]!]));
        });
        return right.reduce((a, b) => a + b, 0) / right.length;
      };
      const plain = ({ train, test }: { train: ArrayLike<number>; test: ArrayLike<number> }) => ({
        train: Array.from(train),
        test: Array.from(test),
      });
      const before = scoreOf(fifths.split(X, y).map(plain));
      const after = scoreOf(
        fifths
          .split(Z, labels)
          .map(plain)
          .map(({ train, test }) => ({
            train: litters.flatMap((_, copy) => train.map((i) => i + copy * Z.length)),
            test,
          })),
      );
      expectScores([before, after], golden.twins[`${kind} ${count}`], 1e-9);
    }
  }
});

test("the numbers of a stroke do not hear how loud it is", () => {
  const sr = 44100;
  const stroke = Float64Array.from(
    { length: sr },
    (_, i) => Math.sin(i / 20 + Math.sin(i)) * Math.exp(-i / 5000),
  );
  const [loud, soft] = [stroke, stroke.map((sample) => sample / 4)].map((y) => drumFeatures(y, { sr }));
  for (const [i, value] of loud!.entries()) expect(soft![i]).toBeCloseTo(value, 9);
});
