import { describe, expect, test } from "vitest";
import { openDataset } from "../../../../scripts/datasets/open.ts";
import { KNeighborsClassifier, Pipeline, StandardScaler } from "../../../../src/learn/index.ts";
import {
  type DrumName,
  drum,
  drumFeatures,
  drumNames,
  fftFrequencies,
  frameOf,
  type InstrumentName,
  magnitudeSpectrogram,
  melody,
  noise,
  playSample,
  render,
  tone,
  vowel,
  yin,
} from "../../../../src/music/index.ts";
import { levelOf } from "./partials.ts";

const greatest = (y: Float64Array) => y.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

describe("playSample", () => {
  const sr = 22050;

  test.each([-24, -7, 0, 0.5, 7, 24])(
    "plays a sine %s semitones higher as the sine of that frequency",
    (semitones) => {
      const ratio = 2 ** (semitones / 12);
      const y = playSample(tone(440, { sr, duration: 1 }), { sr, semitones });
      expect(y.length).toBe(Math.round(sr / ratio));
      const wanted = tone(440 * ratio, { sr, duration: 1 / ratio });
      // Away from the ends, where the clip is cut off; resample keeps levels to 0.001 dB.
      for (let i = 400; i < y.length - 400; i++) expect(Math.abs(y[i]! - wanted[i]!)).toBeLessThan(2e-4);
    },
  );

  test("goes round a loop of whole periods without a seam, for as long as it is asked to", () => {
    const clip = tone(441, { sr, duration: 0.5 });
    const loop = { start: 100 / sr, end: 2100 / sr };
    const y = playSample(clip, { sr, loop, duration: 2, semitones: 3 });
    const wanted = tone(441 * 2 ** (3 / 12), { sr, duration: 2 });
    expect(y.length).toBe(2 * sr);
    for (let i = 400; i < y.length; i++) expect(Math.abs(y[i]! - wanted[i]!)).toBeLessThan(2e-4);
  });

  test("is silent behind its end", () => {
    const y = playSample(tone(440, { sr, duration: 0.1 }), { sr, duration: 0.3 });
    expect(greatest(y.subarray(0.11 * sr))).toBe(0);
    expect(y.length).toBe(0.3 * sr);
  });

  test("lets nothing fold back that would lie above half the sample rate", () => {
    const y = playSample(tone(8000, { sr, duration: 1 }), { sr, semitones: 12 });
    expect(greatest(y.subarray(200, y.length - 200))).toBeLessThan(1e-4);
  });
});

test("a vowel has its peaks at its formants", () => {
  for (const [name, formants] of [
    ["a", [730, 1090, 2440]],
    ["i", [270, 2290, 3010]],
  ] as const) {
    const y = vowel({ vowel: name, hz: 10, sr: 16000, duration: 1 });
    for (const formant of formants) {
      // A slope of 6 dB an octave moves a peak of 60 to 120 Hz by less than 30 Hz.
      const near = [-60, -30, 0, 30, 60].map((off) => levelOf(y, formant + off, 16000));
      expect(near.indexOf(Math.max(...near)), `${name}: ${formant} Hz`).toBeGreaterThan(0);
      expect(near.indexOf(Math.max(...near)), `${name}: ${formant} Hz`).toBeLessThan(4);
    }
  }
});

test("a vowel falls by 6 dB an octave where nothing resonates", () => {
  const y = vowel({ vowel: "a", hz: 10, sr: 16000, duration: 1 });
  // A hundredth of the first formant lifts by one in ten thousand.
  expect(levelOf(y, 20, 16000) / levelOf(y, 10, 16000)).toBeCloseTo(0.5, 2);
});

describe("drum", () => {
  const classes: Record<DrumName, string> = {
    kick: "kick",
    snare: "snare",
    closedHiHat: "hi-hat",
    openHiHat: "hi-hat",
    clap: "clap",
    lowTom: "kick",
    midTom: "tom",
    highTom: "tom",
    crash: "cymbal",
    ride: "cymbal",
  };

  test("sounds, to a classifier of recorded drums, like the drum it is named for; the low tom like a kick", () => {
    const drums = openDataset("drums");
    const model = new Pipeline([
      ["scale", new StandardScaler()],
      ["knn", new KNeighborsClassifier({ nNeighbors: 5 })],
    ]);
    model.fit(drums.X, drums.y);
    const X = drumNames.map((name) => Array.from(drumFeatures(drum(name, { sr: 44100 }), { sr: 44100 })));
    expect(model.predict(X)).toEqual(drumNames.map((name) => classes[name]));
  });

  test("has its velocity as its greatest sample, ends softly, and can be struck at every rate", () => {
    for (const name of drumNames) {
      for (const sr of name === "snare" ? [8000, 22050, 192000] : [8000, 22050]) {
        const y = drum(name, { sr, velocity: 0.6 });
        expect(greatest(y), `${name} at ${sr}`).toBeCloseTo(0.6, 9);
        expect(Math.abs(y[y.length - 1]!), `${name} at ${sr}`).toBeLessThan(0.01);
      }
    }
  });

  test("is the same for the same seed, and another stroke for another", () => {
    expect(drum("snare", { sr: 8000, seed: 1 })).toEqual(drum("snare", { sr: 8000, seed: 1 }));
    expect(drum("snare", { sr: 8000, seed: 1 })).not.toEqual(drum("snare", { sr: 8000, seed: 2 }));
  });
});

describe("render", () => {
  const names: InstrumentName[] = [
    "piano",
    "electricPiano",
    "organ",
    "bell",
    "brass",
    "pluck",
    "bass",
    "voice",
    "sine",
  ];

  test("adds up what the instrument plays, from the nearest sample on, as loud as the velocity", () => {
    const instrument = () => Float64Array.of(1, 0.5, 0.25);
    const notes = [
      { onset: 0, offset: 1, midi: 60, velocity: 0.4 },
      { onset: 0.001, offset: 1, midi: 60, velocity: 0.2 },
    ];
    const y = render(notes, { sr: 1000, instrument: instrument as never });
    for (const [i, wanted] of [0.4, 0.2 + 0.2, 0.1 + 0.1, 0.05].entries())
      expect(y[i]).toBeCloseTo(wanted, 12);
    expect(y.length).toBe(4);
  });

  test("tells the instrument what to play", () => {
    const asked: unknown[] = [];
    const instrument = (...what: unknown[]) => {
      asked.push(what);
      return new Float64Array(1);
    };
    render([{ onset: 0.5, offset: 0.75, hz: 441, midi: 69 }], { sr: 8000, instrument, seed: 7 });
    expect(asked).toEqual([
      [
        { hz: 441, midi: 69, duration: 0.25 },
        { sr: 8000, seed: 7 },
      ],
    ]);
  });

  test("never clips: a chord that would is made softer, all of it alike", () => {
    const chord = melody([[48, 52, 55, 60, 64, 67, 72]], { velocity: 1 });
    expect(greatest(render(chord, { sr: 8000, instrument: "organ" }))).toBeCloseTo(1, 12);
    const soft = melody([[60]], { velocity: 0.1 });
    expect(greatest(render(soft, { sr: 8000 }))).toBeLessThan(0.1);
    expect(greatest(render(soft, { sr: 8000, normalize: true }))).toBeCloseTo(1, 12);
  });

  test.each(names)("%s plays in tune", (instrument) => {
    const sr = 22050;
    const y = render(melody(["A3"], { bpm: 60 }), { sr, instrument });
    if (instrument === "bell") {
      // A bell has no series of partials; when its brightness has died away, the carrier is the strongest.
      const level = frameOf(magnitudeSpectrogram(y, { nFft: 8192, hopLength: 8192 }), 4);
      const strongest = fftFrequencies(sr, 8192)[level.indexOf(Math.max(...level))]!;
      expect(Math.abs(strongest - 220)).toBeLessThan(3);
      return;
    }
    const { f0, times } = yin(y, { sr, fmin: 100, fmax: 1000 });
    const heard = Array.from(f0).filter((_, i) => times[i]! > 0.15 && times[i]! < 0.7);
    const median = heard.sort((a, b) => a - b)[heard.length >> 1]!;
    // A piano's partials are stretched, so that it is heard a little sharp.
    expect(Math.abs(1200 * Math.log2(median / 220))).toBeLessThan(instrument === "piano" ? 8 : 4);
  });

  test.each([...names, "drums" as const])(
    "%s plays every note at every rate with finite numbers",
    (instrument) => {
      for (const sr of [8000, 192000]) {
        const notes = [0, 36, 60, 108, 127].map((midi) => ({ onset: 0, offset: 0.02, midi }));
        const y = render(notes, { sr, instrument });
        expect(y.every(Number.isFinite)).toBe(true);
        expect(greatest(y)).toBeLessThanOrEqual(1);
        expect(greatest(y)).toBeGreaterThan(0.05);
      }
    },
  );

  test("is silent where a pitch is too high for the sample rate", () => {
    const y = render([{ onset: 0, offset: 0.1, hz: 3500 }], { sr: 8000, instrument: "sine", duration: 0.1 });
    expect(greatest(y)).toBe(0);
  });

  test("is as long as asked", () => {
    const y = render(melody(["A4", "C5"]), { sr: 8000, duration: 0.6 });
    expect(y.length).toBe(4800);
    expect(greatest(y.subarray(4400))).toBeGreaterThan(0);
  });

  test("plays noise for a snare and thumps for a kick when midi says so", () => {
    const strokes = [36, 38].map((midi) =>
      render([{ onset: 0, offset: 0.1, midi }], { sr: 8000, instrument: "drums" }),
    );
    expect(strokes[0]).toEqual(drum("kick", { sr: 8000 }).map((x) => 0.8 * (0.5 * x)));
    expect(strokes[1]).toEqual(drum("snare", { sr: 8000 }).map((x) => 0.8 * (0.5 * x)));
  });

  test("is the same for the same seed, and another for another", () => {
    const play = (seed: number) => render(melody(["A4"]), { sr: 8000, instrument: "pluck", seed });
    expect(play(1)).toEqual(play(1));
    expect(play(1)).not.toEqual(play(2));
    expect(noise({ sr: 8000, seed: 1 })[0]).not.toBe(play(1)[0]);
  });
});
