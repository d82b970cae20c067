import { expect, test } from "vitest";
import { remembered } from "../../../../src/music/base/remembered.ts";

test("who asks the same is given the same, which is made once", () => {
  let made = 0;
  const pair = remembered((a: number, b: { c: number }) => {
    made++;
    return [a, b.c];
  });
  expect(pair(1, { c: 2 })).toBe(pair(1, { c: 2 }));
  expect(pair(1, { c: 3 })).toEqual([1, 3]);
  expect(made).toBe(2);
});

test("sixteen answers are kept, and the one asked for the longest ago goes first", () => {
  const made: number[] = [];
  const box = remembered((n: number) => {
    made.push(n);
    return { n };
  });
  for (let n = 0; n < 16; n++) box(n);
  box(0);
  box(16);
  expect(made).toHaveLength(17);
  box(0);
  expect(made).toHaveLength(17);
  box(1);
  expect(made.at(-1)).toBe(1);
  expect(made).toHaveLength(18);
});
