import { describe, expect, test } from "vitest";
import { gridMoves } from "../../../../../src/stdlib/figures/music/place-picker.ts";
import { plotBox } from "../../../../../src/stdlib/figures/music/plot-box.ts";
import { matrixName, matrixTicks } from "../../../../../src/stdlib/figures/music/square-ticks.ts";
import { frameSpan, frameTimes } from "../../../../../src/stdlib/figures/music/time-frames.ts";

describe("the arrow keys", () => {
  const move = gridMoves(5, 3);
  const at = (column: number, row: number) => column * 3 + row;

  test("go one place, Home and End to the ends of the row, and none of them over the edge", () => {
    expect(move(at(1, 1), "ArrowRight", false)).toBe(at(2, 1));
    expect(move(at(1, 1), "ArrowUp", false)).toBe(at(1, 2));
    expect(move(at(1, 2), "ArrowUp", false)).toBe(at(1, 2));
    expect(move(at(1, 1), "Home", false)).toBe(at(0, 1));
    expect(move(at(1, 1), "End", false)).toBe(at(4, 1));
    expect(move(at(1, 1), "ArrowLeft", true)).toBe(at(0, 1));
  });

  test("do nothing for another key, and nothing where there is no place", () => {
    expect(move(at(1, 1), "a", false)).toBeUndefined();
    expect(gridMoves(0, 3)(undefined, "Home", false)).toBeUndefined();
  });
});

test("a value goes to a pixel and back, and beside the plot there is none", () => {
  const margins = { top: 10, right: 20, bottom: 30, left: 40 };
  const box = plotBox({ width: 360, height: 240, margins }, [2, 8], [-60, 0]);
  expect([box.x(2), box.x(8), box.y(0), box.y(-60)]).toEqual([40, 340, 10, 210]);
  const back = box.at(box.x(3.5), box.y(-20))!;
  expect(back.x).toBeCloseTo(3.5, 12);
  expect(back.y).toBeCloseTo(-20, 12);
  expect(box.at(39, 100)).toBeUndefined();
});

describe("the times of frames", () => {
  test("come from the rate, or from the times given, or from those that the data brings", () => {
    expect(frameTimes("f", 9, { sr: 1000, hopLength: 250 })).toEqual({ start: 0, hop: 0.25 });
    expect(frameTimes("f", 3, {}, [1, 1.5, 2])).toEqual({ start: 1, hop: 0.5 });
    expect(frameTimes("f", 3, { times: [0, 2, 4] }, [1, 1.5, 2])).toEqual({ start: 0, hop: 2 });
  });

  test("must be as many as the frames, and there must be some", () => {
    expect(() => frameTimes("f", 3, { times: [0, 1] })).toThrow(
      "f: times has 2 numbers, but there are 3 frames.",
    );
    expect(() => frameTimes("f", 3, {})).toThrow("f: sr must be a number above 0, such as 22050");
  });

  test("span half a frame more on both sides, but nothing before the sound", () => {
    expect(frameSpan({ start: 0, hop: 0.5 }, 3)).toEqual([0, 1.25]);
    expect(frameSpan({ start: 1, hop: 0.5 }, 3)).toEqual([0.75, 2.25]);
  });
});

describe("the axis of a matrix", () => {
  test("names every item where there is room, else every so many", () => {
    const labels = Array.from({ length: 20 }, (_, i) => `bar ${i + 1}`);
    const names = (pixels: number) => matrixTicks({ labels }, 20)(pixels).map(({ label }) => label);
    expect(names(500)).toHaveLength(20);
    expect(names(100).length).toBeLessThanOrEqual(5);
  });

  test("stands for the middle of each item, by number or by time", () => {
    const numbers = matrixTicks({}, 11)(500);
    expect(numbers.find(({ label }) => label === "5")!.position).toBe(5.5);
    const times = matrixTicks({ times: { start: 0, hop: 0.5 } }, 11)(200);
    expect(times.find(({ label }) => label === "2")!.position).toBe(4.5);
    expect(matrixName({ times: { start: 0, hop: 0.5 } }, 3, "frame")).toBe("1.50 s");
    expect(matrixName({}, 3, "frame")).toBe("frame 3");
  });
});
