import { expect, test } from "vitest";
import { windowSamples } from "../../../../src/music/base/window.ts";

test.each([
  ["hann", 0, 1, 3],
  ["hamming", 0.08, 1, 3],
  ["blackman", 0, 1, 5],
  ["boxcar", 1, 1, 1],
] as const)(
  "%s begins with %f, is %f in the middle, and its spectrum has %i bins",
  (name, edge, middle, lines) => {
    const window = windowSamples(name, 32);
    expect(window[0]).toBeCloseTo(edge, 12);
    expect(window[16]).toBeCloseTo(middle, 12);
    // A sum of so many cosines that fit into it has as many lines, and is symmetric about its middle.
    const spectrum = Array.from({ length: 32 }, (_, k) =>
      window.reduce((sum, value, i) => sum + value * Math.cos((2 * Math.PI * k * i) / 32), 0),
    );
    expect(spectrum.filter((value) => Math.abs(value) > 1e-9)).toHaveLength(lines);
    for (let i = 1; i < 32; i++) expect(window[i]).toBeCloseTo(window[32 - i]!, 12);
  },
);

test("an unknown window is refused with the names of those there are", () => {
  expect(() => windowSamples("triangle" as never, 8)).toThrow(
    'stft: window is "triangle"; it must be one of "hann", "hamming", "blackman", "boxcar".',
  );
  expect(() => windowSamples("toString" as never, 8)).toThrow("window is");
});
