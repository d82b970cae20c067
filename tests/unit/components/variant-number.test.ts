import { expect, test } from "vitest";
import { variantNumber } from "../../../src/components/variant-number.ts";
import { RandomState } from "../../../src/learn/index.ts";
import { createDatasets } from "../../../src/stdlib/data/index.ts";
import { library } from "../../../src/stdlib/library.ts";
import { fromDisk } from "../stdlib/data/files.ts";

test("the variant is the number that the address gives, and 0 where it gives none", () => {
  expect(["", "?seed=3", "?variant=17", "?a=1&variant=0"].map(variantNumber)).toEqual([0, 0, 17, 0]);
});

test.each(["?variant=", "?variant=-1", "?variant=1.5", "?variant=x", "?variant=1234567890"])(
  "%s is refused with what would be right",
  (search) => {
    expect(() => variantNumber(search)).toThrow(/must be a whole number from 0 to 999999999/);
  },
);

test("a cell draws the same numbers for one variant and others for the next, whatever the seed", async () => {
  const drawn = async (seed: number, cellId: string, variant?: () => number) => {
    const ports = { seed, datasets: createDatasets(fromDisk), sound: {} as never };
    const { perCell } = library(variant ? { ...ports, variant } : ports);
    const context = { cellId, signal: new AbortController().signal, track() {} };
    const state = (await perCell.variant!(context)) as RandomState;
    expect(state).toBeInstanceOf(RandomState);
    return Array.from({ length: 5 }, () => state.integers(0, 1_000_000)).join();
  };
  const first = await drawn(1, "numbers", () => 17);
  expect(await drawn(2, "numbers", () => 17)).toBe(first);
  const others = [
    await drawn(1, "numbers", () => 18),
    await drawn(1, "other", () => 17),
    await drawn(1, "numbers"),
  ];
  expect(new Set([first, ...others]).size).toBe(4);
  expect(await drawn(1, "numbers", () => 0)).toBe(await drawn(1, "numbers"));
});
