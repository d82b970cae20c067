import { describe, expect, test } from "vitest";
import { beatTrack, tempo, tempoAccuracy1, tempoAccuracy2 } from "../../../../src/music/index.ts";

const sr = 22050;

/** Short strokes at a steady tempo, and when they begin. */
function strokes(bpm: number, seconds: number, start = 0.3): { y: Float64Array; times: number[] } {
  const y = new Float64Array(Math.round(seconds * sr));
  const times: number[] = [];
  for (let time = start; time < seconds - 0.1; time += 60 / bpm) {
    times.push(time);
    for (let k = 0; k < 300; k++) y[Math.round(time * sr) + k] += Math.sin(0.3 * k) * Math.exp(-k / 60);
  }
  return { y, times };
}

describe("tempo", () => {
  // Strokes alone do not tell whether one taps to each of them: outside of 80 to 180, another level is as right.
  test.each([40, 50, 60, 80, 100, 120, 140, 160, 180, 210, 240])(
    "%i strokes a minute are that tempo",
    (bpm) => {
      const accuracy = bpm >= 80 && bpm <= 180 ? tempoAccuracy1 : tempoAccuracy2;
      expect(accuracy(bpm, tempo(strokes(bpm, 12).y, { sr }).bpm)).toBe(1);
    },
  );

  test("the candidates begin with the answer, and their shares are at most 1 together", () => {
    const { bpm, candidates } = tempo(strokes(100, 10).y, { sr });
    expect(candidates[0]!.bpm).toBe(bpm);
    expect(candidates.reduce((sum, { strength }) => sum + strength, 0)).toBeLessThanOrEqual(1 + 1e-9);
  });

  test("the prior turns the level", () => {
    const { y } = strokes(120, 10);
    const slow = tempo(y, { sr, startBpm: 60, stdBpm: 0.15 }).bpm;
    const quick = tempo(y, { sr, startBpm: 240, stdBpm: 0.15 }).bpm;
    expect([tempoAccuracy1(60, slow), tempoAccuracy1(240, quick)]).toEqual([1, 1]);
  });

  test("steps open the same answer", () => {
    const { y } = strokes(110, 8);
    const { steps, ...answer } = tempo(y, { sr, steps: true });
    expect(answer).toEqual(tempo(y, { sr }));
    expect(steps.novelty.length).toBe(steps.times.length);
    expect(steps.hypotheses[0]!.bpm).toBe(answer.bpm);
    expect(steps.tempogram.frames).toBe(steps.tempogramTimes.length);
  });
});

describe("beatTrack", () => {
  // A frame is 11.6 ms; the beats stand within two of the strokes' beginnings.
  const NEAR = 0.025;

  test.each([80, 100, 120, 150, 180])("at %i a minute the beats stand at the strokes", (bpm) => {
    const { y, times } = strokes(bpm, 12);
    // One may be expected after the last stroke: whether it comes is not known when the sound ends.
    const beats = beatTrack(y, { sr }).beats.filter((beat) => beat < times.at(-1)! + NEAR);
    expect(Math.abs(beats.length - times.length)).toBeLessThanOrEqual(1);
    for (const beat of beats) {
      expect(Math.min(...times.map((time) => Math.abs(time - beat)))).toBeLessThan(NEAR);
    }
  });

  test("gain changes nothing", () => {
    const { y } = strokes(105, 10);
    const quiet = beatTrack(
      y.map((x) => x / 512),
      { sr },
    );
    expect(quiet).toEqual(beatTrack(y, { sr }));
  });

  test("silence before the music moves the beats", () => {
    const { y } = strokes(120, 10);
    const silence = 256 * 80; // whole frames, so that all spectra are the same
    const later = new Float64Array(y.length + silence);
    later.set(y, silence);
    const beats = beatTrack(later, { sr }).beats.filter((beat) => beat > silence / sr + 0.2);
    for (const beat of beatTrack(y, { sr }).beats) {
      expect(Math.min(...beats.map((other) => Math.abs(other - silence / sr - beat)))).toBeLessThan(NEAR);
    }
  });

  test("silence, a constant and one click have no beats", () => {
    for (const y of [
      new Float64Array(5 * sr),
      new Float64Array(5 * sr).fill(0.3),
      new Float64Array(3 * sr).fill(1, sr, sr + 1),
    ]) {
      expect(beatTrack(y, { sr }).beats.length).toBeLessThanOrEqual(0);
      expect(beatTrack(y, { sr }).bpm).toBe(0);
    }
  });

  test("beats do not go on in a long silence after the music", () => {
    const { y, times } = strokes(120, 10);
    const longer = new Float64Array(20 * sr);
    longer.set(y);
    expect(beatTrack(longer, { sr }).beats.at(-1)!).toBeLessThan(times.at(-1)! + 4.5 * 0.5);
  });

  test("the tempo over time follows the beats", () => {
    const { steps, bpm } = beatTrack(strokes(120, 12).y, { sr, steps: true });
    for (const local of steps.tempoBpms) expect(Math.abs(local / bpm - 1)).toBeLessThan(0.05);
    expect(steps.cumulative.length).toBe(steps.novelty.length);
  });

  test("the plain algorithm beats as well", () => {
    const { y, times } = strokes(120, 12);
    const { beats } = beatTrack(y, { sr, plain: true });
    for (const beat of beats.slice(2, -2)) {
      // librosa's frames are 23 ms, and its novelty stands where a frame begins to hear the stroke.
      expect(Math.min(...times.map((time) => Math.abs(time - beat)))).toBeLessThan(0.05);
    }
  });
});
