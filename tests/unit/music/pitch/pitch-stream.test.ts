import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  mpm,
  type PitchStreamOptions,
  type PitchTrack,
  pitchStream,
  pitchStreamEnd,
  pitchStreamNext,
  pyin,
  yin,
} from "../../../../src/music/index.ts";
import { noise, sine } from "../tones.ts";

const sr = 11025;
const hiss = noise(9000);
const low = sine(147, 1, sr);
const high = sine(220, 1, sr);
const y = Float64Array.from(
  { length: 9000 },
  (_, i) => (i < 4000 ? low[i]! : i < 7000 ? high[i]! : 0) + 0.1 * hiss[i]!,
);

function streamed(options: PitchStreamOptions, sizes: number[]): PitchTrack {
  const stream = pitchStream(options);
  const parts: PitchTrack[] = [];
  for (let i = 0, n = 0; i < y.length; n++) {
    const size = sizes[n % sizes.length]!;
    parts.push(pitchStreamNext(stream, y.subarray(i, i + size)).estimates);
    i += size;
  }
  parts.push(pitchStreamEnd(stream).estimates);
  const join = (of: (part: PitchTrack) => ArrayLike<number>) => parts.flatMap((part) => Array.from(of(part)));
  return {
    times: Float64Array.from(join((part) => part.times)),
    f0: Float64Array.from(join((part) => part.f0)),
    voiced: Uint8Array.from(join((part) => part.voiced)),
    confidence: Float64Array.from(join((part) => part.confidence)),
  };
}

const sizes = fc.array(fc.integer({ min: 1, max: 2500 }), { minLength: 1, maxLength: 6 });

test("yin and mpm give the same bits in pieces of any size as on the whole", () => {
  const settings = [{}, { plain: true }, { center: false, hopLength: 75 }, { frameLength: 1500, fmin: 60 }];
  fc.assert(
    fc.property(
      fc.constantFrom("yin" as const, "mpm" as const),
      fc.constantFrom(...settings),
      sizes,
      (method, setting, cut) => {
        const options = { sr, ...setting };
        const whole = method === "yin" ? yin(y, options) : mpm(y, options);
        expect(streamed({ ...options, method }, cut)).toEqual(whole);
      },
    ),
    { numRuns: 24 },
  );
});

test("pyin gives the same bits when it waits for the end", () => {
  fc.assert(
    fc.property(sizes, (cut) => {
      expect(streamed({ sr, waitFrames: 200 }, cut)).toEqual(pyin(y, { sr }));
    }),
    { numRuns: 6 },
  );
});

test("pyin that waits for 0.2 s gives the same as on the whole where nothing later would change its mind", () => {
  const whole = pyin(y, { sr });
  expect(streamed({ sr }, [512])).toEqual(whole);
  expect(streamed({ sr }, [1, 77, 1300])).toEqual(whole);
  // Without waiting it begins and ends a note some frames early or late.
  const hasty = streamed({ sr, waitFrames: 1 }, [512]);
  const other = [...whole.f0].filter((f0, t) => f0 !== hasty.f0[t]).length;
  expect(other).toBeGreaterThan(0);
  expect(other / whole.f0.length).toBeLessThan(0.1);
});

test("a frame comes as soon as its samples are there, and not twice", () => {
  const stream = pitchStream({ sr, method: "mpm", frameLength: 1024, hopLength: 128 });
  let given = 0;
  for (let i = 0; i < 6000; i += 100) {
    given += pitchStreamNext(stream, y.subarray(i, i + 100)).estimates.f0.length;
    // Half a frame, and the reach of the filters: 17 samples of the lowest of three levels.
    const due = Math.max(0, 1 + Math.floor((i + 100 - 512 - 17 * 8) / 128));
    expect(given).toBe(due);
  }
});

test("no samples give no frames, and a stream that heard nothing ends with one silent frame", () => {
  const stream = pitchStream({ sr });
  expect(pitchStreamNext(stream, new Float32Array(0)).estimates.f0).toHaveLength(0);
  expect([...pitchStreamEnd(stream).estimates.voiced]).toEqual([0]);
});
